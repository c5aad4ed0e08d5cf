// @vitest-environment happy-dom
import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { beforeEach, expect, test, vi } from 'vitest'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { forgetWritten, newCaseSlot, readDrafts, saveDraft } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { type Draft, newDraft, withPhoto } from '../../../clerk-ui/src/screens/village/draft.ts'
import { formOf } from '../../../clerk-ui/src/screens/village/draft-form.ts'
import { forgetDrafts, today, useDrafts } from '../../../clerk-ui/src/screens/village/draft-store.ts'
import { findDrafts } from '../../../clerk-ui/src/screens/village/find-drafts.ts'
import { newCasesOf } from '../../../clerk-ui/src/screens/village/new-cases.ts'
import { photosOf, registerPayloadOf } from '../../../clerk-ui/src/screens/village/sent-draft.ts'
import { handSafely, sendFrom } from '../../../clerk-ui/src/screens/village/village-outbox.ts'
import { useSession } from '../../../clerk-ui/src/state/session.ts'
import { completeDraft, sessionOf } from '../../../clerk-ui/src/test/village-fixture.tsx'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000a' as StaffId
const OTHER = '0190aaaa-0000-7000-8000-00000000000b' as StaffId
const AT = Date.parse('2026-06-12T01:40:00.000Z')
const PICTURE = {
  sha256: 'a'.repeat(64),
  size: 3,
  mime: 'image/jpeg' as const,
  content: Uint8Array.of(1, 2, 3),
}

beforeEach(async () => {
  givePhoneDisk()
  await villageBook.erase()
  useSession.setState({ phase: 'in', session: { ...sessionOf('agent'), staffId: AGENT } })
  await readVault(AGENT)
  await setPin(AGENT, '135790')
  sendFrom(outboxDisk, deviceDisk)
  forgetDrafts()
  forgetWritten()
})

function half(name: string): Draft {
  return withPhoto({ ...newDraft(today()), name }, { ...PICTURE, role: '申请书' })
}

function keep(draft: Draft, at = AT, slot = newCaseSlot(draft.caseId), author = AGENT): Promise<void> {
  return saveDraft({ author, slot }, formOf(draft), { at, isHeard: true })
}

/** What the page finds when it opens. */
async function found(): Promise<readonly Draft[]> {
  forgetDrafts()
  await findDrafts(AGENT)
  return newCasesOf(useDrafts.getState())
}

const namesOf = async (store: 'drafts' | 'blobs') =>
  (await villageBook.all(store)).map(({ name }) => name).sort()

test('[V58] the one form that yesterday’s page kept is found with its photos, and lies in a slot of its own', async () => {
  const draft = half('示例甲')
  await keep(draft, AT, 'new')
  expect(await namesOf('drafts')).toEqual([AGENT])
  expect(await found()).toEqual([draft])
  expect(await namesOf('drafts')).toEqual([`${AGENT}:new:${draft.caseId}`])
  expect(await namesOf('blobs')).toEqual([`draft/${AGENT}:new:${draft.caseId}/${PICTURE.sha256}`])
  expect(await found()).toEqual([draft])
  expect(useDrafts.getState().forms[newCaseSlot(draft.caseId)]?.at).toBe(AT)
})

test('[V41, V58] a tab of yesterday that still types is heard, and what was typed here since is not overwritten', async () => {
  const draft = half('示例甲')
  await keep({ ...draft, name: '示例甲乙' }, AT + 2000)
  await keep(draft, AT, 'new')
  expect(await found()).toMatchObject([{ name: '示例甲乙' }])
  await keep({ ...draft, name: '示例甲丙' }, AT + 4000, 'new')
  expect(await found()).toMatchObject([{ name: '示例甲丙' }])
  expect(await found()).toMatchObject([{ name: '示例甲丙' }])
  expect(await namesOf('drafts')).toEqual([`${AGENT}:new:${draft.caseId}`])
})

test('[V58] a disk too full to move it has it still, and the page opens on it', async () => {
  const draft = half('示例甲')
  await keep(draft, AT, 'new')
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await found()).toEqual([draft])
  put.mockRestore()
  expect(await namesOf('drafts')).toEqual([AGENT])
  expect(await found()).toEqual([draft])
  expect(await namesOf('drafts')).toEqual([`${AGENT}:new:${draft.caseId}`])
})

test('[V35, V36] several forms of several agents lie side by side, and each opens its own', async () => {
  const mine = [half('示例甲'), half('示例乙')]
  for (const draft of mine) await keep(draft)
  await keep(half('示例丙'), AT, undefined, OTHER)
  expect((await found()).map(({ name }) => name).sort()).toEqual(['示例乙', '示例甲'])
  expect(await namesOf('drafts')).toHaveLength(3)
})

test('[V28] a submission takes the place of its own form alone, with that form’s photos', async () => {
  const [sent, left] = [withPhoto(completeDraft(), { ...PICTURE, role: '申请书' }), half('示例乙')] as const
  for (const draft of [sent, left]) await keep(draft)
  await handSafely({
    id: sent.id,
    salt: sent.salt,
    caseId: sent.caseId,
    pointId: '05' as VillageCode,
    facts: {
      type: 'case.register',
      itemVersion: 1,
      payload: registerPayloadOf(sent, '05' as VillageCode, today()),
    },
    photos: photosOf(sent),
    title: sent.name,
    form: { slot: newCaseSlot(sent.caseId), content: formOf(sent).content, replaces: null },
  })
  expect(await villageBook.all('commands')).toHaveLength(1)
  const [kept, ...others] = await readDrafts(AGENT)
  expect(others).toEqual([])
  expect(kept).toMatchObject({ slot: newCaseSlot(left.caseId), content: { name: '示例乙' } })
  expect(await kept?.photo(PICTURE.sha256)).toEqual(PICTURE.content)
})
