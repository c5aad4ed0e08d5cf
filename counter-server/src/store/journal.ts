import type { CommandId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import type { JournalDraft } from './journal-draft.ts'
import type { RowChange } from './row-changes.ts'
import type { Sql, Tx } from './tx.ts'

const INSERT =
  'INSERT INTO journal (at, business_date, type, subject, version, actor, device, command_id, data, rows)'
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
/** More events than this go in several statements; the end of a day has one for each ticket. */
const AT_ONCE = 8

/**
 * Appends the events of a use case, each with the rows it changed: those of its subject, and what belongs to none of
 * the subjects with the last one (Q67). Rows of the hall never change without an event (I3).
 */
export function appendJournal(
  sql: Sql,
  at: Instant,
  drafts: readonly JournalDraft[],
  changes: readonly RowChange[],
): void {
  const rowsOf = drafts.map((): RowChange[] => [])
  for (const change of changes) {
    const place = drafts.findIndex(({ subject }) => subject === change.subject)
    const rows = rowsOf.at(place)
    if (rows === undefined) throw new Error(`${change.table} changed without an event`)
    rows.push(change)
  }
  const cells = drafts.map((draft, place) => cellsOf(at, draft, rowsOf[place] ?? []))
  for (let place = 0; place < cells.length; place += AT_ONCE) {
    const some = cells.slice(place, place + AT_ONCE)
    sql.prepare(`${INSERT} VALUES ${some.map(() => ROW).join(', ')}`).run(some.flat())
  }
}

// The business date is a stored column, from the fixed offset (Q3).
function cellsOf(
  at: Instant,
  { type, subject, version, origin, data }: JournalDraft,
  rows: readonly RowChange[],
): unknown[] {
  return [
    at,
    civilDate(at),
    type,
    subject,
    version,
    origin.actor,
    origin.device,
    origin.commandId,
    JSON.stringify(data),
    rows.length === 0 ? null : JSON.stringify(rows.map(({ table, key, set }) => [table, key, set])),
  ]
}

/** The time of the last event of the store, so that time never runs backwards in the record (I45). */
export function lastEventAt(database: Database.Database): Instant {
  const last = database
    .prepare(`SELECT max(at) FROM (SELECT max(at) AS at FROM (SELECT at FROM journal ORDER BY seq DESC LIMIT 1)
      UNION ALL SELECT recorded_at FROM (SELECT recorded_at FROM case_event ORDER BY seq DESC LIMIT 1))`)
    .pluck()
    .get()
  return (last ?? '1970-01-01T00:00:00.000Z') as Instant
}

/** The command that made a subject's first event of a type, or null. */
export function findCommandOf(tx: Tx, subject: string, type: string): CommandId | null {
  const found = tx.sql
    .prepare('SELECT command_id FROM journal WHERE subject = ? AND type = ? ORDER BY seq LIMIT 1')
    .pluck()
    .get(subject, type)
  return (found ?? null) as CommandId | null
}

/** True when the record says that a day was closed; a restart in the evening must not close it again (Q13). */
export function isDayClosed(tx: Tx, day: PlainDate): boolean {
  return (
    tx.sql.prepare("SELECT 1 FROM journal WHERE subject = ? AND type = 'day.closed' LIMIT 1").get(day) !==
    undefined
  )
}
