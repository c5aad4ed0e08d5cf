import type { PlainDate } from '@counter/shared/vocabulary/time'

/** A value of a row as an event carries it; a column that stayed empty is not among them (decision 008). */
type Cell = string | number | null
export type ReplayRow = Readonly<Record<string, Cell>>

/** What one event did: table, key, and what the columns became; null for a row that went. */
export type RowPart = readonly [table: string, key: readonly Cell[], set: ReplayRow | null]

/** The hall of a past day as its events leave it, row by row (Q59). */
export interface ReplayHall {
  readonly tickets: ReadonlyMap<string, ReplayRow>
  readonly duties: ReadonlyMap<string, ReplayRow>
  readonly calls: ReadonlyMap<string, ReplayRow>
}

export const EMPTY_DAY: ReplayHall = { tickets: new Map(), duties: new Map(), calls: new Map() }

/** The hall after one more event. Changes of rows that began before the day are left out. */
export function afterEvent(hall: ReplayHall, parts: readonly RowPart[]): ReplayHall {
  let { tickets, duties, calls } = hall
  for (const [table, key, set] of parts) {
    const id = String(key[0])
    if (table === 'ticket') tickets = withRow(tickets, id, set)
    if (table === 'duty') duties = withRow(duties, id, set)
    if (table === 'announcement') calls = withRow(calls, id, set)
  }
  return { tickets, duties, calls }
}

function withRow(
  rows: ReadonlyMap<string, ReplayRow>,
  id: string,
  set: ReplayRow | null,
): ReadonlyMap<string, ReplayRow> {
  const next = new Map(rows)
  const before = rows.get(id)
  if (set === null) next.delete(id)
  else if (before !== undefined || isWhole(set)) next.set(id, { ...before, ...set })
  return next
}

// Only the event that made a row carries its key among the columns.
function isWhole(set: ReplayRow): boolean {
  return 'id' in set || 'seq' in set
}

/** One window of the day: its duty, and the ticket that is called or served there. */
export interface ReplayWindow {
  readonly duty: ReplayRow
  readonly occupant: ReplayRow | null
}

/** Open and paused windows by their number. */
export function windowsOf({ tickets, duties }: ReplayHall): readonly ReplayWindow[] {
  const live = [...tickets.values()].filter(({ status }) => status === 'called' || status === 'serving')
  return [...duties.values()]
    .filter((duty) => duty['closed_at'] == null)
    .sort((one, other) => Number(one['window']) - Number(other['window']))
    .map((duty) => ({ duty, occupant: live.find(({ window }) => window === duty['window']) ?? null }))
}

/** The tickets of one status: who waits in the order of the call (Q14), the others as they came. */
export function ticketsOf(
  { tickets }: ReplayHall,
  status: 'waiting' | 'missed',
  day: PlainDate,
): readonly ReplayRow[] {
  const key = (row: ReplayRow) => Number(row['call_key'])
  const order = (row: ReplayRow) => Number(row['issue_order'])
  return [...tickets.values()]
    .filter((row) => row['status'] === status && row['business_date'] === day)
    .sort((one, other) => key(one) - key(other) || order(one) - order(other))
}

/** The calls that stand on the wall, newest first. */
export function standingCalls({ calls }: ReplayHall): readonly ReplayRow[] {
  return [...calls.values()]
    .filter((row) => row['withdrawn_at'] == null)
    .sort((one, other) => Number(other['seq']) - Number(one['seq']))
}
