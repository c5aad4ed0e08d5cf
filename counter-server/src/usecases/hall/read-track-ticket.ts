import type { TicketId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { daysBetween } from '@counter/shared/vocabulary/plain-date'
import { elapsedMs } from '../../domain/queue/act.ts'
import type { ShownWait } from '../../domain/queue/estimate.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { type WhyWaiting, whyWaiting } from '../../domain/queue/why-waiting.ts'
import { hashToken, lookUp } from '../../store/crypto.ts'
import {
  findByStatus,
  findQueryCodeLook,
  findTicket,
  findTicketByNumber,
  findTicketByToken,
} from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { noticesOf, readHallNow, todayOf } from './hall-now.ts'
import type { WaitEstimator } from './wait.ts'

/** What the holder of a ticket's secret sees of it (P-1). */
export interface TrackedTicket {
  readonly ticket: Ticket
  readonly ahead: number | null
  readonly shown: ShownWait | null
  readonly nowCalled: Ticket | null
  readonly isExpired: boolean
  /** Null unless it waits (Q19). */
  readonly why: WhyWaiting | null
  readonly canPostpone: boolean
  readonly canRejoin: boolean
  readonly canRestore: boolean
  /** Today's notices of the hall. */
  readonly notices: readonly string[]
}

/** The ticket of a QR link, dead the day after (Q7). */
export function findTracked(tx: Tx, token: string): TicketId | null {
  const ticket = findTicketByToken(tx, hashToken(token))
  return ticket !== undefined && daysOld(tx, ticket) <= 1 ? ticket.id : null
}

/** The ticket of a number and a printed code, today's only (P41). */
export function findTrackedByCode(tx: Tx, number: string, code: string): TicketId | null {
  const ticket = findTicketByNumber(tx, todayOf(tx), number)
  if (ticket === undefined) return null
  return findQueryCodeLook(tx, ticket.id) === lookUp(tx.keys, 'query_code', normalQueryCode(code))
    ? ticket.id
    : null
}

export function readTrackedTicket(
  deps: Deps & { readonly wait: WaitEstimator },
  tx: Tx,
  id: TicketId,
): TrackedTicket | null {
  const ticket = findTicket(tx, id)
  if (ticket === undefined) return null
  const hall = readHallNow(deps, tx)
  const isExpired = ticket.businessDate !== hall.businessDate
  const isWaiting = ticket.status === 'waiting' && !isExpired
  const estimate = isWaiting ? deps.wait.follow(tx, ticket, hall) : null
  const called = findByStatus(tx, hall.businessDate, ['called', 'serving']).toSorted((a, b) =>
    (a.calledAt ?? '') < (b.calledAt ?? '') ? 1 : -1,
  )
  return {
    ticket,
    ahead: estimate?.ahead ?? null,
    shown: estimate?.quote?.shown ?? null,
    nowCalled: called[0] ?? null,
    isExpired,
    notices: noticesOf(tx),
    why: isWaiting ? whyWaiting(ticket, hall.settings) : null,
    canPostpone: isWaiting && ticket.postpones < hall.settings.postponeMax,
    canRejoin: ticket.status === 'missed' && !isExpired && ticket.rejoins < hall.settings.rejoinMax,
    canRestore:
      ticket.status === 'cancelled' &&
      !isExpired &&
      elapsedMs(ticket.cancelledAt, tx.at) <= hall.settings.reopenMs,
  }
}

function daysOld(tx: Tx, ticket: Ticket): number {
  return daysBetween(ticket.businessDate, todayOf(tx))
}
