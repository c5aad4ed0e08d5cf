import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import { todayOf } from './hall-now.ts'

/** A ticket of today; another day's is `ticket.expired`, an unknown one `ticket.not_found` (Q12). */
export function requireToday(tx: Tx, id: TicketId): Ticket {
  const ticket = findTicket(tx, id)
  if (ticket === undefined) throw new Refusal('ticket.not_found')
  if (ticket.businessDate !== todayOf(tx)) throw new Refusal('ticket.expired', { d: ticket.businessDate })
  return ticket
}

/** Refuses `ticket.changed` with the present state when the screen has an older one (Q12). */
export function requireVersion(ticket: Ticket, expected: number | null): void {
  if (expected === null || expected === ticket.version) return
  throw new Refusal('ticket.changed', { n: ticket.number, status: ticket.status })
}
