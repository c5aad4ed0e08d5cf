import { newCommandId } from '@counter/shared/client/commands'
import type { SyncResult } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { beforeEach, expect, test } from 'vitest'
import type { Capture } from '../../../clerk-ui/src/outbox/capture.ts'
import { freeze, type VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { withoutConflicts } from '../../../clerk-ui/src/outbox/keep-conflicts.ts'
import { withAnswer } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000b' as StaffId
const CASE = newCommandId() as string as CaseId
const POINT = '05' as VillageCode

beforeEach(async () => {
  givePhoneDisk()
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, '135790')
})

async function captureOf(facts: VillageFacts, more: Partial<Capture> = {}): Promise<Capture> {
  const edited = facts.type === 'case.edit' ? { baseRev: 3 } : {}
  const place = {
    ...newCommandMark(),
    authorId: AGENT,
    caseId: CASE,
    pointId: POINT,
    capturedAt: instantOf(0),
    ...edited,
  }
  return {
    ...(await freeze(facts, [], place)),
    photos: [],
    title: '',
    slip: null,
    author: AGENT,
    form: null,
    ...more,
  }
}

const CONFLICTS = {
  caseRev: 5,
  fields: [
    {
      field: 'phone' as const,
      theirs: '199****0003',
      by: '窗口一',
      at: '2026-06-12T01:40:00.000Z' as Instant,
    },
  ],
}

async function disputed(): Promise<CommandId> {
  const edit = await captureOf({ type: 'case.edit', payload: { phone: '19900000002' } })
  const { id } = await outboxDisk.keep(edit, 0)
  const none = { message: null, caseId: null, number: null, queryCode: null, link: null, filesMissing: [] }
  const result: SyncResult = {
    id,
    status: 'attention',
    code: 'case.revision_changed',
    ...none,
    conflicts: CONFLICTS,
  }
  const results = await withoutConflicts(outboxDisk, { results: [result] })
  await outboxDisk.change((outbox) => withAnswer(outbox, [id], { results }, 0, 0))
  return id
}

const bytesOf = async (): Promise<string> => {
  const stores = ['commands', 'cache', 'receipts'] as const
  const rows = await Promise.all(stores.map((store) => villageBook.all(store)))
  return JSON.stringify(rows)
}

test('[V73, V27] the centre’s word on a disputed fact lies sealed beside the edit, which keeps its base', async () => {
  const id = await disputed()
  expect(await outboxDisk.conflictsOf(id)).toEqual(CONFLICTS)
  expect(await bytesOf()).not.toContain('199****0003')
  const [item] = await outboxDisk.read()
  expect(item).toMatchObject({ state: 'attention', header: { baseRev: 3 } })
})

test('[V73] it goes with the edit, whether that is taken back or written again', async () => {
  const command = await disputed()
  const word = await captureOf({ type: 'command.withdraw', payload: { command } }, { withdraws: command })
  await outboxDisk.keep(word, 0)
  expect(await outboxDisk.conflictsOf(command)).toBeNull()
  const again = await disputed()
  const form = { slot: `case.edit:${CASE}`, content: {}, replaces: again }
  const kept = await outboxDisk.keep(
    await captureOf({ type: 'case.edit', payload: { phone: '19900000002' } }, { form }),
    0,
  )
  expect(kept.replaces).toBe(again)
  expect(await outboxDisk.conflictsOf(again)).toBeNull()
})

test('[V62, V28] a number that is made void leaves the phone with the word of it', async () => {
  await deviceDisk.keep(['2026-05-0001-V', '2026-05-0002-D'])
  const payload = { number: '2026-05-0001-V', reason: '单子打坏了' }
  await outboxDisk.keep(await captureOf({ type: 'number.void', payload }), 0)
  expect(await deviceDisk.numbers()).toEqual(['2026-05-0002-D'])
})

test('[V61, V36] a registration that is sent anew keeps the number that its slip shows', async () => {
  await deviceDisk.keep(['2026-05-0001-V', '2026-05-0002-D'])
  const facts = { type: 'case.register', itemVersion: 1, payload: {} as never } as const
  const at = instantOf(Date.UTC(2026, 5, 12, 2))
  const registration = async (more: Partial<Capture> = {}) => {
    const capture = await captureOf(facts, more)
    return { ...capture, header: { ...capture.header, capturedAt: at } }
  }
  const first = await outboxDisk.keep(await registration(), 0)
  expect(first.number).toBe('2026-05-0001-V')
  const none = { message: null, caseId: null, number: null, queryCode: null, link: null, filesMissing: [] }
  const results: SyncResult[] = [{ id: first.id, status: 'attention', code: 'person.id_invalid', ...none }]
  await outboxDisk.change((outbox) => withAnswer(outbox, [first.id], { results }, 0, 0))
  const form = { slot: 'new', content: {}, replaces: first.id }
  const again = await outboxDisk.keep(await registration({ form }), 0)
  expect(again.number).toBe('2026-05-0001-V')
  expect(await deviceDisk.numbers()).toEqual(['2026-05-0002-D'])
})
