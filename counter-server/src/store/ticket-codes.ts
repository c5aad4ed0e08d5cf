import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** The ticket of a day with this query code; a day has some hundred tickets, found by the index of the day (P41). */
export function findTicketByCode(tx: Tx, day: PlainDate, look: string): TicketId | null {
  return (tx.sql
    .prepare('SELECT id FROM ticket WHERE business_date = ? AND query_code_look = ? LIMIT 1')
    .pluck()
    .get(day, look) ?? null) as TicketId | null
}
