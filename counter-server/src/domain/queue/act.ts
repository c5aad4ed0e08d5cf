import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketAction } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type Party, statusAfter } from './lifecycle.ts'
import type { Ticket } from './ticket.ts'

/** What the journal keeps of an act; the store adds who, where and when (queue.md 12). */
export interface QueueEvent {
  readonly type: QueueEventType
  readonly data: Readonly<Record<string, unknown>>
}

export type QueueEventType =
  | 'ticket.called'
  | 'ticket.recalled'
  | 'call.undone'
  | 'ticket.started'
  | 'ticket.finished'
  | 'ticket.reopened'
  | 'ticket.missed'
  | 'ticket.rejoined'
  | 'ticket.held'
  | 'ticket.released'
  | 'ticket.transferred'
  | 'ticket.reclassed'
  | 'ticket.cancelled'
  | 'ticket.restored'
  | 'ticket.absent'
  | 'ticket.postponed'
  | 'ticket.served_by_hand'
  | 'ticket.moved'
  | 'leg.corrected'
  | 'window.opened'
  | 'window.closed'
  | 'window.paused'
  | 'window.resumed'
  | 'window.taken_over'

/** A ticket after an act, and the event that says so. */
export interface Decision {
  readonly ticket: Ticket
  readonly event: QueueEvent
}

/** The ticket after `action` with its version raised; refuses as the table of the lifecycle does (Q12). */
export function act(ticket: Ticket, action: TicketAction, by: Party, changes: Partial<Ticket>): Ticket {
  const status = statusAfter(ticket, action, by)
  return { ...ticket, ...changes, status, version: ticket.version + 1 }
}

/** The reason without blanks at its ends; refuses `reason.required` when nothing is left. */
export function requireReason(reason: string | null): string {
  const text = reason?.trim() ?? ''
  if (text === '') throw new Refusal('reason.required')
  return text
}

/** Milliseconds from an instant of the ticket to now; endless when it never happened. */
export function elapsedMs(since: Instant | null, now: Instant): number {
  return since === null ? Number.POSITIVE_INFINITY : toMs(now) - toMs(since)
}

/** What a ticket forgets when it goes back among the waiting: the window and the calls of that leg. */
export const BACK_IN_LINE = {
  window: null,
  callNo: 0,
  countedCalls: 0,
  lastCountedCallAt: null,
  lastCallAt: null,
  calledAt: null,
  startedAt: null,
  heldAt: null,
} as const satisfies Partial<Ticket>
