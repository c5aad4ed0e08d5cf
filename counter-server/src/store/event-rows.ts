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
