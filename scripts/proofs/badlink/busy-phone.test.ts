import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test, vi } from 'vitest'
import { freeze } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { withAnswer, withSending } from '../../../clerk-ui/src/outbox/outbox.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { StoreOfDisk } from './disk-transaction.ts'
import { givePhoneDisk } from './phone-disk.ts'

const AGENT = 's1' as StaffId
const NOW = Date.parse('2026-06-12T01:40:00.000Z')

async function keepNote(): Promise<CommandId> {
  const facts = { type: 'note.add', payload: { text: '补记' } } as const
  const mark = newCommandMark()
  const place = {
    ...mark,
    authorId: AGENT,
    caseId: newCommandId() as string as CaseId,
    pointId: '05' as VillageCode,
    capturedAt: '2026-06-12T01:40:00.000Z' as Instant,
  }
  const frozen = await freeze(facts, [], place)
  const content = { author: AGENT, photos: [], title: mark.id, slip: null, form: null }
  await outboxDisk.keep({ ...frozen, ...content }, NOW)
  return mark.id
}

function acknowledge(ids: readonly CommandId[]) {
  const result = { code: null, message: null, caseId: null, number: null, queryCode: null, link: null }
  const results = ids.map((id) => ({ id, status: 'applied' as const, ...result, filesMissing: [] }))
  return outboxDisk.change((outbox) => withAnswer(withSending(outbox, ids, NOW), ids, { results }, NOW, 1))
}

/** The ids of the commands that the disk hands out from now on; a whole store counts as all of them. */
function commandsRead(): string[] {
  const read: string[] = []
  const { get, getAll } = StoreOfDisk.prototype
  vi.spyOn(StoreOfDisk.prototype, 'get').mockImplementation(function (this: StoreOfDisk, key) {
    const turn = get.call(this, key)
    turn.addEventListener('success', () => read.push(...idsOf([turn.result])))
    return turn
  })
  vi.spyOn(StoreOfDisk.prototype, 'getAll').mockImplementation(function (this: StoreOfDisk, range) {
    const turn = getAll.call(this, range)
    turn.addEventListener('success', () => read.push(...idsOf(turn.result as unknown[])))
    return turn
  })
  return read
}

function idsOf(rows: readonly unknown[]): string[] {
  return rows.flatMap((row) =>
    typeof row === 'object' && row !== null && 'header' in row && 'id' in row ? [String(row.id)] : [],
  )
}

async function aPhone(): Promise<void> {
  givePhoneDisk()
  await readVault(AGENT)
  await setPin(AGENT, '246810')
}

test('[V27] a phone with much that is done reads at a change only what is not, and lists all of it', async () => {
  await aPhone()
  const done = [await keepNote(), await keepNote(), await keepNote()]
  const open = [await keepNote(), await keepNote()]
  await acknowledge(done)
  await outboxDisk.read()
  const read = commandsRead()
  const outbox = await outboxDisk.change((before) => withSending(before, open.slice(0, 1), NOW))
  expect(read.sort()).toEqual([...open].sort())
  expect(outbox.map(({ header, state, title }) => [header.id, state, title])).toEqual([
    ...done.map((id) => [id, 'done', id]),
    [open[0], 'sending', open[0]],
    [open[1], 'queued', open[1]],
  ])
  expect(await outboxDisk.read()).toEqual(outbox)
})

test('[V27] what is open is read whole when it is much, and what another page let go is listed no more', async () => {
  await aPhone()
  const ids: CommandId[] = []
  for (let note = 0; note < 60; note += 1) ids.push(await keepNote())
  const [first, ...rest] = ids
  if (first === undefined) throw new Error('nothing was kept')
  await acknowledge([first])
  expect((await outboxDisk.read()).map(({ header }) => header.id)).toEqual(ids)
  await villageBook.write(['commands'], (tx) => tx.objectStore('commands').delete(first))
  expect((await outboxDisk.read()).map(({ header }) => header.id)).toEqual(rest)
})
