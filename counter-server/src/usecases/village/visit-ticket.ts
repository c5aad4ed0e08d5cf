import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { checkNumberless, topicOfVisit } from '../../domain/village/visit.ts'
import { findCase } from '../../store/cases.ts'
import { findTopics } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'
import { saveVisit } from '../../store/village-visits.ts'
import { freeAppointment } from './appointment.ts'
import { numberingOf, readVisitOn, type VisitPage, waitingOf } from './read-visit.ts'

/** What the cases of a visit are waited for, where nobody is asked (V91). */
export function topicOf(tx: Tx, waiting: VisitPage['cases']): TopicKey {
  const units = waiting.flatMap(({ case: id }) => findCase(tx, id)?.unit ?? [])
  return topicOfVisit(units, findTopics(tx))
}

/** How many services a visit still is (Q9). Refuses `visit.has_ticket`, `visit.done`. */
export function requireServices(tx: Tx, visit: string): number {
  const page = readVisitOn(tx, visit)
  checkNumberless(numberingOf(tx, page))
  return waitingOf(page).length
}

/** The visit has this number from now on, and no place at another time: that one is free for another agent (V92, Q39). */
export function keepVisitTicket(
  tx: Tx,
  origin: Origin,
  visit: string,
  { id: ticket, number, weight }: Pick<Ticket, 'id' | 'number' | 'weight'>,
): void {
  freeAppointment(tx, origin, visit)
  saveVisit(tx, visit, { ticket })
  const data = { ticket, number, weight }
  tx.record({ type: 'visit.ticket_given', subject: `visit:${visit}`, version: 2, origin, data })
}
