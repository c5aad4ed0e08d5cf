import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Capture } from './capture.ts'
import { forgetRows, readRows, rememberRows } from './command-rows.ts'
import { type ConflictDisk, conflictDisk, dropConflicts } from './conflict-disk.ts'
import { forgetWritten } from './draft-disk.ts'
import {
  changedRow,
  contentName,
  formName,
  itemOf,
  queueName,
  type RowsById,
  rowBy,
  stubOf,
  viewed,
} from './kept-command.ts'
import type { Tx } from './left-book.ts'
import { type NumberRules, SHIPPED_RULES } from './numbers.ts'
import { isAccepted, type Outbox } from './outbox.ts'
import { PLACED_IN, photosLeft, placeCommand, withSealed } from './place-command.ts'
import { unseal, unsealValue } from './seal.ts'
import { openKey, queueKey } from './vault.ts'
import { type KeptCommand, type Stub, villageBook } from './village-db.ts'

/** Where the sender keeps its items; every change is on the disk before anybody is told of it. */
export interface OutboxDisk extends ConflictDisk {
  read(): Promise<Outbox>
  /** One transaction over all tabs: what another tab wrote meanwhile is what the step begins with. */
  change(step: (outbox: Outbox) => Outbox): Promise<Outbox>
  /** Freezes a capture with its photos, sequence and predecessor, removes its draft, and keeps what is said with it, all or nothing (V28). */
  keep(capture: Capture, now: number, rules?: NumberRules): Promise<VillageHeader>
  /** Null for what the centre has, and for what lies there damaged and opens no more. */
  payloadOf(id: CommandId): Promise<unknown>
  photoOf(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  formOf(id: CommandId): Promise<unknown>
  /** What the centre acknowledged within 90 days, oldest first (V38). */
  stubs(): Promise<readonly Stub[]>
  /** Forgets what the centre acknowledged more than 90 days ago; `now` is the centre's time in ms (V38, V78). */
  forgetOldStubs(now: number): Promise<void>
  /** Marks what the centre lost, or takes the mark away when it was entered again from paper (V56). */
  mark(ids: readonly CommandId[], isMissing: boolean): Promise<void>
}

const STUB_DAYS = 90
const DAY_MS = 86_400_000
/** The outbox in the device's own book (V27). */
export const outboxDisk: OutboxDisk = {
  async read() {
    const rows = await villageBook.read(['commands'], (tx) => readRows(tx.objectStore('commands')))
    rememberRows(rows)
    return viewed(rows)
  },
  async change(step) {
    const kept = await villageBook.write(['commands', 'blobs', 'receipts', 'cache'], async (tx) => {
      const rows = await readRows(tx.objectStore('commands'))
      const before = rows.map(itemOf)
      const after = step(before)
      if (isSame(before, after)) return rows
      const byId = new Map(rows.map((row) => [row.id, row]))
      await Promise.all(changesOf(byId, before, after).map((write) => write(tx)))
      return rowsAfter(byId, before, after)
    })
    rememberRows(kept)
    return viewed(kept)
  },
  async keep(capture, now, rules = SHIPPED_RULES) {
    const said = await Promise.all([capture, ...(capture.also ?? [])].map(withSealed))
    const placed = await villageBook.write(PLACED_IN, async (tx) => {
      const headers: VillageHeader[] = []
      for (const each of said) headers.push(await placeCommand(tx, each, { now, rules }))
      return headers
    })
    forgetWritten()
    forgetRows(placed.map(({ id }) => id))
    const [header] = placed
    if (header === undefined) throw new Error('nothing was kept')
    return header
  },
  async payloadOf(id) {
    const row = await villageBook.find('commands', id)
    if (!row?.envelope) return null
    // Without its key nothing opens, and that is no fault of this row.
    const key = await queueKey()
    return unsealValue(key, contentName(id), row.envelope).catch(() => null)
  },
  async photoOf(sha256) {
    const kept = await villageBook.find('blobs', queueName(sha256))
    return kept === undefined ? null : unseal(await queueKey(), kept.name, kept.content)
  },
  async stubs() {
    return [...(await villageBook.all('receipts'))].sort((a, b) => a.at - b.at)
  },
  async mark(ids, isMissing) {
    await villageBook.write(['receipts'], async (tx) => {
      const receipts = tx.objectStore('receipts')
      const stubs = (await receipts.getAll()).filter(({ id }) => ids.includes(id))
      await Promise.all(stubs.map((stub) => receipts.put({ ...stub, isMissing, wasLost: true })))
    })
  },
  async formOf(id) {
    const row = await villageBook.find('commands', id)
    return row?.form ? unsealValue(openKey(), formName(id), row.form) : null
  },
  async forgetOldStubs(now) {
    await villageBook.write(['receipts'], async (tx) => {
      const stubs = tx.objectStore('receipts')
      const old = (await stubs.getAll()).filter((stub) => now - storedMs(stub) > STUB_DAYS * DAY_MS)
      await Promise.all(old.map(({ id }) => stubs.delete(id)))
    })
  },
  ...conflictDisk,
}

// By the centre's clock at both ends: the phone's may have been years off when it was told (V78).
function storedMs({ storedAt, at }: Stub): number {
  return storedAt === undefined ? at : toMs(storedAt)
}

function isSame(before: Outbox, after: Outbox): boolean {
  return before.length === after.length && after.every((item, place) => item === before[place])
}

type Write = (tx: Tx) => Promise<unknown>

// What was changed is put, what is gone is deleted, and content that the centre has goes with it (V38).
function changesOf(rows: RowsById, before: Outbox, after: Outbox): readonly Write[] {
  const [known, left] = [new Set(before), new Set(after.map(({ header }) => header.id))]
  const changed = after.filter((item) => !known.has(item))
  const gone = before.filter(({ header }) => !left.has(header.id))
  return [
    ...changed.map(
      (item): Write =>
        (tx) =>
          tx.objectStore('commands').put(changedRow(rows, item)),
    ),
    ...changed.filter(isAccepted).map(
      (item): Write =>
        async (tx) => {
          const stubs = tx.objectStore('receipts')
          return stubs.put(stubOf(item, await stubs.get(item.header.id)))
        },
    ),
    ...gone.map(
      ({ header }): Write =>
        (tx) =>
          Promise.all([tx.objectStore('commands').delete(header.id), dropConflicts(tx, header.id)]),
    ),
    ...photosLeft(before, after).map(
      (sha256): Write =>
        (tx) =>
          tx.objectStore('blobs').delete(queueName(sha256)),
    ),
  ]
}

function rowsAfter(rows: RowsById, before: Outbox, after: Outbox): KeptCommand[] {
  const known = new Set(before)
  return after.map((item) => (known.has(item) ? rowBy(rows, item) : changedRow(rows, item)))
}
