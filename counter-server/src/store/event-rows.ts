import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Sql } from './tx.ts'

/** What one event did to rows of the hall, as text of the journal. */
export interface EventRows {
  readonly seq: number
  readonly rows: string
}

/** The events after a sequence number that changed rows, oldest first. */
export function findEventRows(sql: Sql, after: number, limit: number): EventRows[] {
  return sql
    .prepare('SELECT seq, rows FROM journal WHERE seq > ? AND rows IS NOT NULL ORDER BY seq LIMIT ?')
    .all(after, limit) as EventRows[]
}

/** The sequence number before the first event of a day, or null for a day without any. */
export function findSeqBefore(sql: Sql, day: PlainDate): number | null {
  const first = sql.prepare('SELECT min(seq) FROM journal WHERE business_date = ?').pluck().get(day) as
    | number
    | null
  return first === null ? null : first - 1
}
