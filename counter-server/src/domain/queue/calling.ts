import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { act, BACK_IN_LINE, type Decision, elapsedMs, requireReason } from './act.ts'
import type { Explanation } from './choice.ts'
import { type HallWindow, requireFree } from './hall-window.ts'
import { type Party, statusAfter } from './lifecycle.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/** Calls a waiting ticket to a free, open window: a new leg with its first counted call (Q16, Q27). */
export function callTicket(ticket: Ticket, window: HallWindow, why: Explanation, now: Instant): Decision {
  const called = act(ticket, 'call', at(window), {
    ...firstCall(ticket, window, now),
    startedAt: null,
    leg: ticket.leg + 1,
  })
  requireFree(window)
  const { kind, tier, reason, passed } = why
  return {
    ticket: called,
    event: {
      type: 'ticket.called',
      data: {
        leg: called.leg,
        window: window.window,
        kind,
        tier,
        reason,
        key: why.chosen,
        passed,
        runnerUp: why.runnerUp,
        // A holder may be called before the appointment, and how often is counted (Q37).
        ...(ticket.baseTime > toMs(now) ? { beforeAppointment: true } : {}),
      },
    },
  }
}

/**
 * Calls the same leg once more; `calledAt` stays (Q25). It counts for a miss when the last counted call is
 * `missGapMs` old (Q27). Refuses `call.limit`, and `call.too_soon` with the seconds left.
 */
export function recallTicket(ticket: Ticket, by: Party, now: Instant, settings: QueueSettings): Decision {
  statusAfter(ticket, 'recall', by)
  if (ticket.callNo >= settings.callMax) throw new Refusal('call.limit', { n: ticket.callNo })
  const leftMs = settings.recallMinGapMs - elapsedMs(ticket.lastCallAt, now)
  if (leftMs > 0) throw new Refusal('call.too_soon', { s: Math.ceil(leftMs / 1000) })
  const counted = elapsedMs(ticket.lastCountedCallAt, now) >= settings.missGapMs
  const recalled = act(ticket, 'recall', by, {
    callNo: ticket.callNo + 1,
    lastCallAt: now,
    countedCalls: ticket.countedCalls + (counted ? 1 : 0),
    lastCountedCallAt: counted ? now : ticket.lastCountedCallAt,
  })
  return {
    ticket: recalled,
    event: { type: 'ticket.recalled', data: { leg: ticket.leg, callNo: recalled.callNo, counted } },
  }
}

/** Takes back a first call within `undoCallMs`: the ticket waits again under its key (Q26). Refuses `ticket.undo_too_late`. */
export function undoCall(ticket: Ticket, by: Party, now: Instant, settings: QueueSettings): Decision {
  statusAfter(ticket, 'undo_call', by)
  const msSinceCall = elapsedMs(ticket.calledAt, now)
  if (ticket.callNo > 1 || msSinceCall > settings.undoCallMs) {
    throw new Refusal('ticket.undo_too_late', { s: settings.undoCallMs / 1000 })
  }
  // The call did not happen, so the wait is not measured by it either.
  const firstCalledAt = ticket.firstCalledAt === ticket.calledAt ? null : ticket.firstCalledAt
  const waiting = act(ticket, 'undo_call', by, { ...BACK_IN_LINE, firstCalledAt })
  return {
    ticket: waiting,
    event: { type: 'call.undone', data: { leg: ticket.leg, window: ticket.window, msSinceCall } },
  }
}

export interface Miss {
  readonly reason: string | null
  /** Shown or spoken on some wall. */
  readonly heard: boolean
  /** The clerk confirmed a call that no wall has shown or spoken. */
  readonly confirmed: boolean
  readonly now: Instant
}

/**
 * 过号 after `missCalls` counted calls, earlier with a reason (Q27). Refuses `ticket.missed_too_early`, and
 * `ticket.not_heard` when no wall has shown or spoken the call and the clerk has not confirmed.
 */
export function missTicket(ticket: Ticket, by: Party, miss: Miss, settings: QueueSettings): Decision {
  const missed = act(ticket, 'miss', by, { window: null, missedAt: miss.now, heldAt: null })
  const isCalled = ticket.status === 'called'
  const early = isCalled && ticket.countedCalls < settings.missCalls
  const reason = miss.reason?.trim() || null
  if (early && reason === null) {
    const { missCalls: n, missGapMs } = settings
    throw new Refusal('ticket.missed_too_early', { k: ticket.countedCalls, n, s: missGapMs / 1000 })
  }
  if (isCalled && !miss.heard && !miss.confirmed) throw new Refusal('ticket.not_heard', { n: ticket.number })
  const seconds = isCalled ? Math.floor(elapsedMs(ticket.calledAt, miss.now) / 1000) : null
  const data = { leg: ticket.leg, calls: ticket.callNo, seconds, early, reason, heard: miss.heard }
  return { ticket: missed, event: { type: 'ticket.missed', data } }
}

/**
 * Calls a held ticket back, to the window that holds it or, with a reason, to another one, where a new leg
 * begins (Q30). Refuses `window.busy`, `reason.required`.
 */
export function returnHeld(
  ticket: Ticket,
  window: HallWindow,
  reason: string | null,
  now: Instant,
): Decision {
  const isSame = ticket.window === window.window
  const leg = isSame ? ticket.leg : ticket.leg + 1
  const called = act(ticket, 'return', at(window), {
    ...firstCall(ticket, window, now),
    startedAt: isSame ? ticket.startedAt : null,
    heldAt: null,
    leg,
  })
  requireFree(window)
  const why = isSame ? reason : requireReason(reason)
  const data = { leg, window: window.window, kind: 'return', from: ticket.window, reason: why }
  return { ticket: called, event: { type: 'ticket.called', data } }
}

function firstCall(ticket: Ticket, window: HallWindow, now: Instant): Partial<Ticket> {
  return {
    window: window.window,
    callNo: 1,
    countedCalls: 1,
    lastCountedCallAt: now,
    lastCallAt: now,
    calledAt: now,
    firstCalledAt: ticket.firstCalledAt ?? now,
  }
}

function at(window: HallWindow): Party {
  return { kind: 'window', window: window.window }
}
