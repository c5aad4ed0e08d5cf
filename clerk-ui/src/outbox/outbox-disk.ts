import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { StoreNames } from 'idb'
import type { Capture } from './capture.ts'
import { type ConflictDisk, conflictDisk, dropConflicts } from './conflict-disk.ts'
import { draftName, draftPhotos, forgetWritten } from './draft-disk.ts'
import {
  changedRow,
  contentName,
  formName,
  itemOf,
  LOCKED,
  queueName,
  type RowsById,
  rowBy,
  rowOf,
  sealedCapture,
  stubOf,
  viewed,
} from './kept-command.ts'
import { numberFor } from './numbers.ts'
import { isAccepted, newItem, type Outbox, type OutboxItem, predecessorOf, withoutItem } from './outbox.ts'
import { unseal, unsealValue } from './seal.ts'
import { openKey, queueKey } from './vault.ts'
import { type KeptCommand, type Stub, type VillageSchema, villageBook } from './village-db.ts'

/** Where the sender keeps its items; every change is on the disk before anybody is told of it. */
export interface OutboxDisk extends ConflictDisk {
  read(): Promise<Outbox>
  /** One transaction over all tabs: what another tab wrote meanwhile is what the step begins with. */
  change(step: (outbox: Outbox) => Outbox): Promise<Outbox>
  /** Freezes a capture with its photos, sequence and predecessor, and removes its draft, all or nothing (V28). */
  keep(capture: Capture, now: number): Promise<VillageHeader>
  payloadOf(id: CommandId): Promise<unknown>
  photoOf(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  formOf(id: CommandId): Promise<unknown>
  /** What the centre acknowledged within 90 days, oldest first (V38). */
  stubs(): Promise<readonly Stub[]>
  /** Marks what the centre lost, or takes the mark away when it was entered again from paper (V56). */
  mark(ids: readonly CommandId[], isMissing: boolean): Promise<void>
}

const STUB_DAYS = 90
const DAY_MS = 86_400_000
/** The outbox in the device's own book (V27). */
export const outboxDisk: OutboxDisk = {
  async read() {
    return viewed(await villageBook.all('commands'))
  },
  async change(step) {
    const kept = await villageBook.write(['commands', 'blobs', 'receipts', 'cache'], async (tx) => {
      const rows = await tx.objectStore('commands').getAll()
      const before = rows.map(itemOf)
      const after = step(before)
      const byId = new Map(rows.map((row) => [row.id, row]))
      await Promise.all(changesOf(byId, before, after).map((write) => write(tx)))
      return rowsAfter(byId, before, after)
    })
    return viewed(kept)
  },
  async keep(capture, now) {
    const { header, author, form, withdraws = null } = capture
    const sealed = await sealedCapture(capture)
    const stores = [
      'meta',
      'commands',
      'blobs',
      'drafts',
      'leases',
      'cache',
    ] satisfies StoreNames<VillageSchema>[]
    const placed = await villageBook.write(stores, async (tx) => {
      const commands = tx.objectStore('commands')
      // The second press, or the same form in another tab: frozen is frozen (V44).
      const known = await commands.get(header.id)
      if (known !== undefined) return known.header
      const items = (await commands.getAll()).map(itemOf)
      const seq = ((await tx.objectStore('meta').get('seq')) ?? 0) + 1
      const leases = tx.objectStore('leases')
      const { replaces } = form ?? { replaces: null }
      const refused = items.find(({ header: { id } }) => id === replaces)?.header
      const slip = numberFor(header, await leases.getAllKeys(), refused)
      const after = predecessorOf(items, header)
      const placed: VillageHeader = { ...header, ...slip, ...standingFor(replaces), seq, after }
      const item = newItem({ header: placed, author, ...LOCKED }, now)
      const writes: Promise<unknown>[] = [
        tx.objectStore('meta').put(seq, 'seq'),
        commands.add(rowOf(item, sealed)),
        ...sealed.photos.map((photo) => tx.objectStore('blobs').put(photo)),
      ]
      const taken = slip.number ?? voidedBy(capture)
      if (taken !== null) writes.push(leases.delete(taken))
      const gone = withdraws ?? replaces
      if (gone !== null) writes.push(...letGo(tx, gone, items, item))
      if (form !== null) writes.push(...closeForm(tx, form.slot, author))
      await Promise.all(writes)
      return placed
    })
    forgetWritten()
    return placed
  },
  async payloadOf(id) {
    const row = await villageBook.find('commands', id)
    return row?.envelope ? unsealValue(await queueKey(), contentName(id), row.envelope) : null
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
  ...conflictDisk,
}

// A number that is made void is given out no more from the moment that the disk has the word (V28, V62).
function voidedBy({ header, payload }: Capture): string | null {
  return header.type === 'number.void' ? (payload as { readonly number: string }).number : null
}

/** Forgets the stubs of a quarter of a year ago (V38). */
export async function forgetOldStubs(now: number): Promise<void> {
  await villageBook.write(['receipts'], async (tx) => {
    const stubs = tx.objectStore('receipts')
    const old = (await stubs.getAll()).filter(({ at }) => now - at > STUB_DAYS * DAY_MS)
    await Promise.all(old.map(({ id }) => stubs.delete(id)))
  })
}

// Older centres know no such field, so it is left out where nothing is replaced.
function standingFor(replaces: CommandId | null): Pick<VillageHeader, 'replaces'> {
  return replaces === null ? {} : { replaces }
}

type Tx = Parameters<Parameters<typeof villageBook.write>[1]>[0]
type Write = (tx: Tx) => Promise<unknown>

// The command stands for its form.
function closeForm(tx: Tx, slot: string, author: StaffId): Promise<unknown>[] {
  const place = { author, slot }
  return [
    tx.objectStore('drafts').delete(draftName(place)),
    tx.objectStore('blobs').delete(draftPhotos(place)),
  ]
}

// The refused command that it stands for or takes back, with what only that one carried: one goes when the other is kept (V36).
function letGo(tx: Tx, id: CommandId, items: Outbox, item: OutboxItem): Promise<unknown>[] {
  const left = withoutItem(items, id)
  const blobs = tx.objectStore('blobs')
  return [
    ...items
      .filter((each) => !left.includes(each))
      .flatMap(({ header }) => [tx.objectStore('commands').delete(header.id), dropConflicts(tx, header.id)]),
    ...photosLeft(items, [...left, item]).map((sha256) => blobs.delete(queueName(sha256))),
  ]
}

// The addresses of photos that nothing waits with any more.
function photosLeft(before: Outbox, after: Outbox): readonly string[] {
  const isOpen = new Set(after.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)))
  return before
    .flatMap(({ photos }) => photos.map(({ sha256 }) => sha256))
    .filter((each) => !isOpen.has(each))
}

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
