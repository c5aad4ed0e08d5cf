import { addDays, addMonths, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { findEventRows } from '../../counter-server/src/store/event-rows.ts'
import { productMigrations } from '../../counter-server/src/store/migrate.ts'
import {
  type Comparison,
  compareHalls,
  emptyHall,
  emptyRecord,
} from '../../counter-server/src/store/rebuild.ts'
import { requireThisVersion } from './this-version.ts'

const BATCH = 5_000

export interface Verdict extends Comparison {
  readonly events: number
  /** The first day whose rows have all their events. */
  readonly from: PlainDate | null
}

/** Plays every event of a store file into an empty hall and compares month by month (Q67). */
export function verifyQueue(file: string): Verdict {
  const stored = new Database(file, { readonly: true, fileMustExist: true })
  const hall = emptyHall(emptyRecord(productMigrations()))
  try {
    requireThisVersion(stored)
    stored.exec('BEGIN')
    const events = playAll(stored, hall.play)
    const { first, last } = daysOf(stored)
    if (first === null || last === null) return { events, from: null, rows: 0, differences: 0, first: null }
    requireSharpEye(stored, hall.database)
    return {
      events,
      from: first,
      ...compareMonths(first, last, (span) => compareHalls(stored, hall.database, span)),
    }
  } finally {
    hall.close()
    stored.close()
  }
}

// The word of a checker counts only when it finds a planted fault in the same run (R41).
function requireSharpEye(stored: Database.Database, rebuilt: Database.Database): void {
  const newest = rebuilt.prepare('SELECT id, business_date FROM ticket ORDER BY business_date DESC LIMIT 1')
  const found = newest.raw().get() as [string, PlainDate] | undefined
  if (found === undefined) return
  const [id, from] = found
  const compare = () => compareHalls(stored, rebuilt, { from, before: addDays(from, 1) }).differences
  const before = compare()
  rebuilt.prepare("UPDATE ticket SET number = number || ' ' WHERE id = ?").run(id)
  const after = compare()
  rebuilt.prepare('UPDATE ticket SET number = rtrim(number) WHERE id = ?').run(id)
  // A row that differed already is one difference still.
  if (before === 0 && after !== 1) throw new Error('a planted fault was not found')
}

function playAll(stored: Database.Database, play: (rows: string) => void): number {
  let events = 0
  for (let after = 0; ; ) {
    const batch = findEventRows(stored, after, BATCH)
    for (const { rows } of batch) play(rows)
    events += batch.length
    const last = batch.at(-1)
    if (last === undefined) return events
    after = last.seq
  }
}

function daysOf(stored: Database.Database): { first: PlainDate | null; last: PlainDate | null } {
  const since = stored.prepare("SELECT value FROM store_meta WHERE key = 'rows_since'").pluck().get()
  const days = stored.prepare('SELECT min(business_date), max(business_date) FROM journal').raw().get() as [
    PlainDate | null,
    PlainDate | null,
  ]
  const [first, last] = days
  return { first: since === undefined ? first : addDays(civilDate(since as Instant), 1), last }
}

function compareMonths(
  first: PlainDate,
  last: PlainDate,
  compare: (span: { from: PlainDate; before: PlainDate }) => Comparison,
): Comparison {
  let total: Comparison = { rows: 0, differences: 0, first: null }
  for (let from = first; from <= last; from = addMonths(from, 1)) {
    const found = compare({ from, before: addMonths(from, 1) })
    total = {
      rows: total.rows + found.rows,
      differences: total.differences + found.differences,
      first: total.first ?? found.first,
    }
  }
  return total
}
