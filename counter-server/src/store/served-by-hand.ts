import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** Whether a number was served by hand and entered afterwards, by its events (Q35). */
export function isServedByHand(tx: Tx, id: TicketId): boolean {
  return (
    tx.sql
      .prepare("SELECT 1 FROM journal WHERE subject = ? AND type = 'ticket.served_by_hand' LIMIT 1")
      .get(id) !== undefined
  )
}

/** How many numbers of a day were entered later (Q35). */
export function countServedByHand(tx: Tx, date: PlainDate): number {
  return tx.sql
    .prepare(
      `SELECT count(*) FROM journal INDEXED BY journal_of_day
       WHERE business_date = ? AND type = 'ticket.served_by_hand'`,
    )
    .pluck()
    .get(date) as number
}
