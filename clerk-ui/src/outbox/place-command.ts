import type { VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { StoreNames } from 'idb'
import type { Capture } from './capture.ts'
import { readRows } from './command-rows.ts'
import { dropConflicts } from './conflict-disk.ts'
import { draftName, draftPhotos } from './draft-disk.ts'
import {
  changedRow,
  itemOf,
  LOCKED,
  queueName,
  rowOf,
  type SealedCapture,
  sealedCapture,
} from './kept-command.ts'
import { refuseLeft, type Tx } from './left-book.ts'
import { type NumberRules, numberFor } from './numbers.ts'
import { newItem, type Outbox, type OutboxItem, withoutItem } from './outbox.ts'
import { givenUpIn, withoutPhotos } from './outbox-photos.ts'
import { predecessorOf } from './predecessor.ts'
import type { KeptCommand, VillageSchema } from './village-db.ts'

/** What a frozen command touches: all of it in one transaction (V28). */
export const PLACED_IN = [
  'meta',
  'commands',
  'blobs',
  'drafts',
  'leases',
  'cache',
] satisfies StoreNames<VillageSchema>[]

interface ReadyCapture {
  readonly capture: Capture
  readonly sealed: SealedCapture
}

/** Sealed before the transaction begins: nothing else may be awaited inside. */
export async function withSealed(capture: Capture): Promise<ReadyCapture> {
  return { capture, sealed: await sealedCapture(capture) }
}

/** Gives a capture its place, its number and its predecessor within the transaction that keeps it (V28, V41). */
export async function placeCommand(
  tx: Tx,
  { capture, sealed }: ReadyCapture,
  { now, rules }: { readonly now: number; readonly rules: NumberRules },
): Promise<VillageHeader> {
  const { header, author, form, withdraws = null } = capture
  await refuseLeft(tx)
  const commands = tx.objectStore('commands')
  // The second press, or the same form in another tab: frozen is frozen (V44).
  const known = await commands.get(header.id)
  if (known !== undefined) return known.header
  const rows = await readRows(commands)
  const items = rows.map(itemOf)
  const seq = ((await tx.objectStore('meta').get('seq')) ?? 0) + 1
  const leases = tx.objectStore('leases')
  const { replaces } = form ?? { replaces: null }
  const refused = items.find(({ header: { id } }) => id === replaces)?.header
  const slip = numberFor(header, await leases.getAllKeys(), rules, refused)
  const after = predecessorOf(items, header, replaces)
  const placed: VillageHeader = { ...header, ...slip, ...standingFor(replaces), seq, after }
  const required = capture.photos.filter(({ isRequired }) => isRequired === true).map(({ sha256 }) => sha256)
  const item = newItem({ header: placed, author, ...LOCKED, required }, now)
  const writes: Promise<unknown>[] = [
    tx.objectStore('meta').put(seq, 'seq'),
    commands.add(rowOf(item, sealed)),
    ...sealed.photos.map((photo) => tx.objectStore('blobs').put(photo)),
  ]
  const taken = slip.number ?? voidedBy(capture)
  if (taken !== null) writes.push(leases.delete(taken))
  const gone = withdraws ?? replaces
  if (gone !== null) writes.push(...letGo(tx, gone, items, item))
  const without = withoutPhotos(items, header.caseId, givenUpIn(capture), now)
  writes.push(...giveUp(tx, rows, items, without))
  if (form !== null) writes.push(...closeForm(tx, form.slot, author))
  await Promise.all(writes)
  return placed
}

// A number that is made void is given out no more from the moment that the disk has the word (V28, V62).
function voidedBy({ header, payload }: Capture): string | null {
  return header.type === 'number.void' ? (payload as { readonly number: string }).number : null
}

// Older centres know no such field, so it is left out where nothing is replaced.
function standingFor(replaces: CommandId | null): Pick<VillageHeader, 'replaces'> {
  return replaces === null ? {} : { replaces }
}

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

// 重拍, 不传了: what does not get through goes with the word that it will not come, or it would be asked for once more (V70).
function giveUp(tx: Tx, rows: readonly KeptCommand[], items: Outbox, without: Outbox): Promise<unknown>[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const known = new Set(items)
  return [
    ...without
      .filter((each) => !known.has(each))
      .map((each) => tx.objectStore('commands').put(changedRow(byId, each))),
    ...photosLeft(items, without).map((sha256) => tx.objectStore('blobs').delete(queueName(sha256))),
  ]
}

/** The addresses of photos that nothing waits with any more. */
export function photosLeft(before: Outbox, after: Outbox): readonly string[] {
  const known = new Set(after)
  const were = before.filter((item) => !known.has(item)).flatMap(addressesOf)
  if (were.length === 0) return []
  const isOpen = new Set(after.flatMap(addressesOf))
  return were.filter((each) => !isOpen.has(each))
}

function addressesOf({ photos }: OutboxItem): readonly string[] {
  return photos.map(({ sha256 }) => sha256)
}
