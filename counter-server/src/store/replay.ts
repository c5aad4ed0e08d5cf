import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { findSeqBefore } from './event-rows.ts'
import type { Tx } from './tx.ts'

/** What one event of a day did to the rows of the hall, and when. */
export interface DayEvent {
  readonly at: Instant
  /** JSON of what it did (decision 008). */
  readonly rows: string
}

const MOST = 20_000

/** The events of a day that changed the hall, oldest first (Q59). */
export function findDayEvents(tx: Tx, day: PlainDate): DayEvent[] {
  const before = findSeqBefore(tx.sql, day)
  if (before === null) return []
  return tx.sql
    .prepare(
      'SELECT at, rows FROM journal WHERE seq > ? AND business_date = ? AND rows IS NOT NULL ORDER BY seq LIMIT ?',
    )
    .all(before, day, MOST) as DayEvent[]
}
