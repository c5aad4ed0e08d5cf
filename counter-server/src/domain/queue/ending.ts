import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { act, BACK_IN_LINE, type Decision, elapsedMs } from './act.ts'
import type { Party } from './lifecycle.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

const SYSTEM: Party = { kind: 'system' }

/** 不排了: the resident, or a clerk for them, gives the number up (queue.md 2). */
export function cancelTicket(ticket: Ticket, by: Party, now: Instant): Decision {
  const cancelled = act(ticket, 'cancel', by, { cancelledAt: now, cancelledFrom: ticket.status })
  return {
    ticket: cancelled,
    event: { type: 'ticket.cancelled', data: { lastStatus: ticket.status, by: by.kind } },
  }
}

/**
 * Takes a cancellation back within `reopenMs`: as before, a called ticket waits (Q34). A held one whose
 * window has closed meanwhile waits too (Q22). Refuses `ticket.restore_too_late`.
 */
export function restoreTicket(
  ticket: Ticket,
  { by, now, isWindowClosed }: { by: Party; now: Instant; isWindowClosed: boolean },
  settings: QueueSettings,
): Decision {
  const restored = act(ticket, 'restore', by, { cancelledAt: null, cancelledFrom: null })
  if (elapsedMs(ticket.cancelledAt, now) > settings.reopenMs) throw new Refusal('ticket.restore_too_late')
  const event = { type: 'ticket.restored', data: { lastStatus: ticket.cancelledFrom, by: by.kind } } as const
  const goesToLine = restored.status === 'waiting' || (restored.status === 'held' && isWindowClosed)
  if (!goesToLine) return { ticket: restored, event }
  const directedWindow = isWindowClosed ? null : ticket.directedWindow
  return { ticket: { ...restored, ...BACK_IN_LINE, directedWindow, status: 'waiting' }, event }
}

/** How the numbers of a day ended; the four add up to all that were issued (Q13). */
export interface DayTally {
  readonly issued: number
  readonly served: number
  readonly absent: number
  readonly moved: number
  readonly cancelled: number
}

export interface DayClose {
  readonly decisions: readonly Decision[]
  readonly tally: DayTally
}

/**
 * Closes a day: who was being served is served without a record, who was not is absent (Q13).
 * By hand it refuses `day.still_serving` while a window is serving.
 */
export function closeDay(
  tickets: readonly Ticket[],
  { byHand, now }: { byHand: boolean; now: Instant },
): DayClose {
  const serving = tickets.find((ticket) => ticket.status === 'serving')
  if (byHand && serving !== undefined) throw new Refusal('day.still_serving', { w: serving.window ?? '' })
  const decisions = tickets.filter(isLive).map((ticket) => closeTicket(ticket, now))
  const ended = new Map(decisions.map(({ ticket }) => [ticket.id, ticket]))
  return { decisions, tally: tallyOf(tickets.map((ticket) => ended.get(ticket.id) ?? ticket)) }
}

function closeTicket(ticket: Ticket, now: Instant): Decision {
  if (ticket.status === 'serving') {
    const served = act(ticket, 'close_day', SYSTEM, { finishedAt: now })
    return { ticket: served, event: { type: 'ticket.finished', data: { leg: ticket.leg, unrecorded: true } } }
  }
  const absent = act(ticket, 'close_day', SYSTEM, {})
  return { ticket: absent, event: { type: 'ticket.absent', data: { lastStatus: ticket.status } } }
}

/** False once nothing can be done with the number any more (queue.md 2). */
export function isLive(ticket: Ticket): boolean {
  return ['waiting', 'called', 'serving', 'held', 'missed'].includes(ticket.status)
}

function tallyOf(tickets: readonly Ticket[]): DayTally {
  const count = (status: Ticket['status']) => tickets.filter((ticket) => ticket.status === status).length
  return {
    issued: tickets.length,
    served: count('served'),
    absent: count('absent'),
    moved: count('moved'),
    cancelled: count('cancelled'),
  }
}
