import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** One row of the journal about one subject. */
export interface JournalRow {
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What happened to a subject, newest first, below `before`; reads the subject's index alone. */
export function findHistory(
  tx: Tx,
  subject: string,
  { before, limit }: { before: number | null; limit: number },
): JournalRow[] {
  const rows = tx.sql
    .prepare(
      'SELECT seq, at, type, actor, data FROM journal WHERE subject = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
    )
    .all(subject, before ?? Number.MAX_SAFE_INTEGER, limit) as (Omit<JournalRow, 'data'> & { data: string })[]
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as JournalRow['data'] }))
}
