import { createHash } from 'node:crypto'
import type { CentreRecord, Ledger, Waking } from './ledger.ts'
import type { Kept } from './phone-words.ts'

/** What is wrong with a record, by what it is. */
export const FAULTS = ['lost', 'doubled', 'number', 'order', 'digest', 'torn', 'sending'] as const
export type Fault = (typeof FAULTS)[number]

export interface Finding {
  readonly fault: Fault
  /** The case or command that it is about. */
  readonly about: string
  readonly text: string
}

/** Nothing says 发送中 for longer, whatever becomes of the line or the page (V36). */
const LONGEST_SENDING_MS = 60_000

type Submitted = Ledger['submitted'][number]

/** Compares what the phones were told with what the centre has: nothing lost, doubled, renumbered or out of order (V99). */
export function judge(ledger: Ledger, record: CentreRecord): Finding[] {
  const view = viewOf(record)
  const found: Finding[] = []
  const find = (fault: Fault, about: string, text: string) => void found.push({ fault, about, text })
  for (const submitted of ledger.submitted) {
    judgeTexts(submitted, view, find)
    judgeNumber(submitted, ledger, view, find)
    judgePhotos(submitted, view, find)
  }
  judgeRepeats(ledger, record, view, find)
  judgeDigests(ledger, record, find)
  for (const waking of ledger.wakings) judgeWaking(waking, find)
  for (const [village, { longestSendingMs }] of ledger.ends)
    if (longestSendingMs > LONGEST_SENDING_MS) find('sending', village, `发送中 for ${longestSendingMs} ms`)
  return found
}

type Find = (fault: Fault, about: string, text: string) => void
type View = ReturnType<typeof viewOf>

function viewOf(record: CentreRecord) {
  const events = new Map<string, { readonly command: string; readonly type: string }[]>()
  for (const { case: id, ...event } of record.events) events.set(id, [...(events.get(id) ?? []), event])
  const photos = new Map<string, Map<string, string | null>>()
  for (const { case: id, sha256, stored } of record.photos)
    photos.set(id, (photos.get(id) ?? new Map<string, string | null>()).set(sha256, stored))
  return {
    events,
    photos,
    numberOf: new Map(record.cases.map(({ id, number }) => [id, number])),
    numbers: countOf(record.cases.map(({ number }) => number)),
    logBook: countOf(record.logBook.map((line) => line.case)),
    aliases: new Set(record.aliases.map(({ alias, case: id }) => `${alias} ${id}`)),
    receipts: new Set(record.receipts.map(({ command }) => command)),
  }
}

function judgeRepeats({ submitted }: Ledger, { cases }: CentreRecord, view: View, find: Find): void {
  const known = new Set(submitted.map(({ kept }) => caseOf(kept)))
  for (const { id, number } of cases)
    if (!known.has(id)) find('doubled', id, `${number} was submitted by nobody`)
  for (const [number, count] of view.numbers)
    if (count > 1) find('number', number, `stands on ${count} cases`)
  for (const [id, lines] of view.logBook) if (lines > 1) find('doubled', id, `${lines} lines of the log book`)
}

function judgeTexts({ kept }: Submitted, view: View, find: Find): void {
  const id = caseOf(kept)
  const events = view.events.get(id) ?? []
  for (const { header } of kept) {
    const made = events.filter(({ command }) => command === header.id)
    const due = header.type === 'case.register' ? 2 : 1
    if (!view.receipts.has(header.id)) find('lost', header.id, 'has no receipt')
    else if (made.length < due) find('lost', header.id, `${made.length} events of ${due}`)
    if (made.length > due) find('doubled', header.id, `${made.length} events instead of ${due}`)
  }
  if (!view.numberOf.has(id)) find('lost', id, 'there is no such case')
  const order = [...new Set(events.map(({ command }) => command))]
  const taken = kept.map(({ header }) => header.id as string)
  if (order.join() !== taken.filter((each) => order.includes(each)).join())
    find('order', id, 'events stand in another order than they were taken')
}

// The number on the slip finds this very case, and what the phone was told last is what it has (V61, V66).
function judgeNumber({ village, kept }: Submitted, { ends }: Ledger, view: View, find: Find): void {
  const id = caseOf(kept)
  const number = view.numberOf.get(id)
  const [register] = kept
  if (number === undefined || register === undefined) return
  const { header } = register
  const slip = header.number ?? header.provisional ?? ''
  if (slip !== number && !view.aliases.has(`${slip} ${id}`))
    find('number', id, `the slip shows ${slip}, the case has ${number}`)
  const stub = ends.get(village)?.stubs.find((each) => each.id === header.id)
  if (stub === undefined) find('lost', header.id, 'the phone was never told that it arrived')
  else if (stub.number !== number) find('number', id, `the phone was told ${stub.number}, it is ${number}`)
}

function judgePhotos({ kept }: Submitted, view: View, find: Find): void {
  const id = caseOf(kept)
  const photos = view.photos.get(id)
  for (const { sha256 } of kept.flatMap(({ header }) => header.files)) {
    const stored = photos?.get(sha256) ?? null
    if (stored === null) find('lost', id, `the photo ${sha256} is not there`)
    else if (stored !== sha256) find('lost', id, `the photo ${sha256} is another one now`)
  }
}

// What a phone holds as acknowledged and what the centre has of its point add up to the same (V56).
function judgeDigests({ submitted, ends }: Ledger, record: CentreRecord, find: Find): void {
  const known = new Map(submitted.flatMap(({ kept }) => kept).map((kept) => [kept.header.id as string, kept]))
  for (const [village, { stubs }] of ends) {
    const here = stubs.map(({ id }) => {
      const kept = known.get(id)
      return { command: id as string, hash: kept === undefined ? '' : record.hashOf(kept) }
    })
    const there = record.receipts.filter((receipt) => receipt.village === village)
    if (digestOf(here) !== digestOf(there))
      find('digest', village, `${here.length} on the phone, ${there.length} at the centre`)
  }
}

// A page that was killed leaves a form or its command, never both nor none, and all that it said is kept (V28).
function judgeWaking({ village, written, frozen, found }: Waking, find: Find): void {
  const there = new Set(found.frozen)
  for (const id of frozen) if (!there.has(id)) find('lost', id, 'was kept, and is not on the phone any more')
  for (const id of found.drafts) if (there.has(id)) find('torn', id, 'is a form still and frozen already')
  if (written !== null && !there.has(written) && !found.drafts.includes(written))
    find('torn', village, `${written} is neither a form any more nor frozen`)
}

const ALL_BITS = (1n << 128n) - 1n

function digestOf(receipts: readonly { readonly command: string; readonly hash: string }[]): bigint {
  return receipts.reduce((sum, { command, hash }) => {
    const each = createHash('sha256').update(`${command}${hash}`).digest('hex').slice(-32)
    return (sum + BigInt(`0x${each}`)) & ALL_BITS
  }, 0n)
}

function caseOf(kept: readonly Kept[]): string {
  const [first] = kept
  if (first === undefined) throw new Error('a submission without a command')
  return first.header.caseId
}

function countOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
