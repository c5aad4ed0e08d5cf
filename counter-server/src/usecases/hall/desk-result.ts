import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { HallWindow } from '../../domain/queue/hall-window.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { findWindows, type NamedWindow } from '../../store/hall.ts'
import { isServedByHand } from '../../store/served-by-hand.ts'
import { findCaseIdsOf } from '../../store/ticket-cases.ts'
import type { Tx } from '../../store/tx.ts'
import { todayOf } from './hall-now.ts'

/** A ticket with the cases that came of it: what a desk shows. */
export interface TicketFacts {
  readonly ticket: Ticket
  readonly caseIds: readonly CaseId[]
  /** 补录: served while the system was away and written down afterwards (Q35). */
  readonly isEnteredLater: boolean
}

/** A window as a desk shows it; plain values, so that a receipt can keep it. */
export interface WindowFacts {
  readonly window: number
  readonly name: string
  readonly state: HallWindow['state']
  readonly reason: string | null
  readonly pausedAt: string | null
  readonly until: string | null
  readonly duty: {
    readonly staffId: string
    readonly displayName: string
    readonly openedAt: string
    readonly takenOver: string | null
  } | null
}

/** What every act at a window or a ticket answers. */
export interface DeskResult {
  readonly ticket: TicketFacts | null
  readonly window: WindowFacts | null
  /** The finish stands, but nobody waits (Q33). */
  readonly queueEmpty: boolean
}

export function deskResult(
  tx: Tx,
  ticket: Ticket | null,
  window: number | null,
  queueEmpty = false,
): DeskResult {
  const found =
    window === null ? undefined : findWindows(tx, todayOf(tx)).find((each) => each.window === window)
  return {
    ticket: ticket === null ? null : ticketFacts(tx, ticket),
    window: found === undefined ? null : windowFacts(found),
    queueEmpty,
  }
}

export function ticketFacts(tx: Tx, ticket: Ticket): TicketFacts {
  return { ticket, caseIds: findCaseIdsOf(tx, ticket.id), isEnteredLater: isEnteredLater(tx, ticket) }
}

/** Only the record of its end tells it; whoever is not served yet need not be looked up. */
export function isEnteredLater(tx: Tx, { id, status }: Ticket): boolean {
  return status === 'served' && isServedByHand(tx, id)
}

export function windowFacts({ window, name, state, duty, clerkName, takenOver }: NamedWindow): WindowFacts {
  return {
    window,
    name,
    state,
    reason: duty?.reason ?? null,
    pausedAt: duty?.pausedAt ?? null,
    until: duty?.until ?? null,
    duty:
      duty === null
        ? null
        : { staffId: duty.staff, displayName: clerkName ?? '', openedAt: duty.openedAt, takenOver },
  }
}
