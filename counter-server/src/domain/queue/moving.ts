import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { civilTime, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { act, type Decision, requireReason } from './act.ts'
import type { Party } from './lifecycle.ts'
import type { Ticket } from './ticket.ts'

/** A visit that was served while the system was away, as the clerk states it (Q35). */
export interface ServedByHand {
  /** Where it was served; null keeps the window the ticket had, if any. */
  readonly window: number | null
  readonly outcome: VisitOutcome | null
  readonly topicServed: TopicKey
  /** When it ended, by the clerk's word. */
  readonly servedAt: Instant
  readonly reason: string | null
  readonly now: Instant
}

/**
 * A number that was served manually ends as served, outside every mean (Q35, Q69). Refuses `reason.required`, and
 * `time.out_of_range` when the stated time is before its arrival or in the future.
 */
export function serveByHand(ticket: Ticket, by: Party, hand: ServedByHand): Decision {
  const { window, outcome, topicServed, servedAt, now } = hand
  const served = act(ticket, 'serve_by_hand', by, {
    window: window ?? ticket.window,
    outcome,
    finishedAt: servedAt,
    heldAt: null,
  })
  const reason = requireReason(hand.reason)
  const arrival = instantOf(Math.min(ticket.baseTime, toMs(ticket.issuedAt)))
  if (servedAt < arrival || servedAt > now)
    throw new Refusal('time.out_of_range', { from: civilTime(arrival), to: civilTime(now) })
  const data = {
    leg: ticket.leg,
    lastStatus: ticket.status,
    by: by.kind,
    window: served.window,
    outcome,
    topicServed,
    reason,
    statedTime: servedAt,
  }
  return { ticket: served, event: { type: 'ticket.served_by_hand', data } }
}

/** What takes the place of a moved number: another number of today, or a booking. */
export interface MoveTarget {
  readonly kind: 'ticket' | 'booking'
  readonly id: string
}

/**
 * A number gives way to another number or to a booking and is not called any more (queue.md 2). Staff say why; a called
 * one is moved by the system alone. Refuses `reason.required`, `transfer.same_place`.
 */
export function moveTicket(
  ticket: Ticket,
  by: Party,
  { target, reason }: { readonly target: MoveTarget; readonly reason: string | null },
): Decision {
  const moved = act(ticket, 'move', by, { heldAt: null })
  if (target.id === ticket.id) throw new Refusal('transfer.same_place')
  const why = by.kind === 'system' ? reason : requireReason(reason)
  const data = { leg: ticket.leg, lastStatus: ticket.status, by: by.kind, target, reason: why }
  return { ticket: moved, event: { type: 'ticket.moved', data } }
}
