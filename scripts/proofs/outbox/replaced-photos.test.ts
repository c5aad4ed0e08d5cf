import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { beforeAll, expect, test } from 'vitest'
import { freeze, type VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { withAnswer } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { withPhotoProblem } from '../../../clerk-ui/src/outbox/outbox-photos.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000a' as StaffId
const CASE = newCommandId() as string as CaseId

beforeAll(async () => {
  givePhoneDisk()
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, '135790')
})

/** Papers that came in, each with its photo, for the command that was refused. */
async function handIn(papers: readonly string[], replaces: CommandId | null): Promise<CommandId> {
  const photos = papers.map((paper) => ({
    sha256: paper.repeat(64),
    size: 1,
    mime: 'image/png' as const,
    content: Uint8Array.of(1),
    role: paper,
  }))
  const facts: VillageFacts = { type: 'material.receive', payload: { materials: [...papers] } }
  const place = {
    ...newCommandMark(),
    authorId: AGENT,
    caseId: CASE,
    pointId: '05' as VillageCode,
    capturedAt: instantOf(0),
  }
  const frozen = await freeze(facts, photos, place)
  const form = { slot: 'material.receive', content: {}, replaces }
  const what = { title: '', slip: null, author: AGENT }
  await outboxDisk.keep({ ...frozen, photos, form, ...what }, 0)
  return place.id
}

async function refuse(id: CommandId): Promise<void> {
  const none = { message: null, caseId: null, number: null, queryCode: null, link: null, filesMissing: [] }
  const result = { id, status: 'attention', code: 'case.wrong_status', ...none } as const
  await outboxDisk.change((outbox) => withAnswer(outbox, [id], { results: [result] }, 0, 0))
}

test('[V36] a photo that the form sent anew has no more leaves the phone, and one that another case waits with stays', async () => {
  const refused = await handIn(['a', 'b', 'c'], null)
  await handIn(['c'], null)
  await refuse(refused)
  await handIn(['b'], refused)
  const names = (await villageBook.all('blobs')).map(({ name }) => name)
  expect(names.sort()).toEqual([`queue/${'b'.repeat(64)}`, `queue/${'c'.repeat(64)}`])
})

test('[V28, V70] a photo that was refused goes from the phone in the one step that keeps the word of it', async () => {
  const id = await handIn(['d', 'e'], null)
  const none = { code: null, message: null, caseId: null, number: null, queryCode: null, link: null }
  const filesMissing = ['d', 'e'].map((paper) => paper.repeat(64))
  const result = { id, status: 'applied', filesMissing, ...none } as const
  await outboxDisk.change((outbox) =>
    withPhotoProblem(
      withAnswer(outbox, [id], { results: [result] }, 0, 0),
      'd'.repeat(64),
      'file.type_not_allowed',
    ),
  )
  const instead = ['d', 'e'].map((paper) => ({ lost: paper.repeat(64), taken: null }))
  const facts: VillageFacts = { type: 'material.receive', payload: { materials: [], instead } }
  const place = {
    ...newCommandMark(),
    authorId: AGENT,
    caseId: CASE,
    pointId: '05' as VillageCode,
    capturedAt: instantOf(0),
  }
  const frozen = await freeze(facts, [], place)
  const what = { title: '', slip: null, author: AGENT, form: null }
  await outboxDisk.keep({ ...frozen, photos: [], ...what }, 0)
  const item = (await outboxDisk.read()).find((each) => each.header.id === id)
  // The other one may still arrive by itself, whatever a form says.
  expect(item?.photos.map(({ sha256 }) => sha256)).toEqual(['e'.repeat(64)])
  expect(await outboxDisk.photoOf('d'.repeat(64))).toBeNull()
  expect(await outboxDisk.photoOf('e'.repeat(64))).not.toBeNull()
})
