import type { CaseId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { act, BACK_IN_LINE, type Decision, elapsedMs, requireReason } from './act.ts'
import { type HallWindow, requireFree } from './hall-window.ts'
import { elsewhere, type Party, statusAfter } from './lifecycle.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

/** The resident has come: called becomes serving. A leg taken up again keeps its first start (Q32). */
export function startService(ticket: Ticket, by: Party, trigger: string, now: Instant): Decision {
  const serving = act(ticket, 'start', by, { startedAt: ticket.startedAt ?? now })
  return { ticket: serving, event: { type: 'ticket.started', data: { leg: ticket.leg, trigger } } }
}

/** How a visit ended. `late` is the mark 补录: the case or notice is entered later the same day (Q32). */
export interface VisitEnd {
  readonly outcome: VisitOutcome | null
  readonly topicServed: TopicKey
  readonly caseIds: readonly CaseId[]
  readonly noticeId: string | null
  readonly late: boolean
  readonly now: Instant
}

/** Ends a visit with its outcome. Refuses `visit.outcome_missing`, and `visit.case_missing` without its paper (Q32). */
export function finishService(ticket: Ticket, by: Party, end: VisitEnd): Decision {
  statusAfter(ticket, 'finish', by)
  const { now, outcome, ...rest } = end
  if (outcome === null) throw new Refusal('visit.outcome_missing')
  if (!end.late && isPaperMissing(outcome, end)) throw new Refusal('visit.case_missing')
  const served = act(ticket, 'finish', by, { outcome, finishedAt: now })
  return { ticket: served, event: { type: 'ticket.finished', data: { leg: ticket.leg, outcome, ...rest } } }
}

function isPaperMissing(outcome: VisitOutcome, end: VisitEnd): boolean {
  switch (outcome) {
    case 'accepted':
    case 'finished_on_spot':
      return end.caseIds.length === 0
    case 'supplement_told':
      return end.noticeId === null
    case 'consulted':
    case 'referred':
    case 'left':
      return false
  }
}

/** Opens a visit again within `reopenMs`, at the same window while it is free (Q34). Refuses `ticket.reopen_too_late`. */
export function reopenService(
  ticket: Ticket,
  window: HallWindow,
  now: Instant,
  settings: QueueSettings,
): Decision {
  const by: Party = { kind: 'window', window: window.window }
  const serving = act(ticket, 'reopen', by, { finishedAt: null, outcome: null })
  if (ticket.window !== window.window) throw elsewhere(ticket)
  if (elapsedMs(ticket.finishedAt, now) > settings.reopenMs) throw new Refusal('ticket.reopen_too_late')
  requireFree(window)
  return {
    ticket: serving,
    event: { type: 'ticket.reopened', data: { leg: ticket.leg, outcome: ticket.outcome } },
  }
}

export interface Hold {
  readonly reason: string | null
  /** Tickets the window holds already. */
  readonly heldHere: number
  readonly now: Instant
}

/** Sets a ticket aside at its window, with a reason (Q30). Refuses `window.hold_limit`. */
export function holdTicket(ticket: Ticket, by: Party, hold: Hold, settings: QueueSettings): Decision {
  const held = act(ticket, 'hold', by, { heldAt: hold.now })
  const reason = requireReason(hold.reason)
  if (hold.heldHere >= settings.holdMax) throw new Refusal('window.hold_limit', { n: settings.holdMax })
  return {
    ticket: held,
    event: { type: 'ticket.held', data: { leg: ticket.leg, window: ticket.window, reason } },
  }
}

/** True when a held ticket has waited for `holdAlertMs`; it is a warning, nothing is called by itself (Q30). */
export function isHeldTooLong(ticket: Ticket, now: Instant, settings: QueueSettings): boolean {
  return ticket.status === 'held' && elapsedMs(ticket.heldAt, now) >= settings.holdAlertMs
}

/** A held ticket waits again under its key, for any window that serves its topic (Q22, Q30). */
export function releaseTicket(ticket: Ticket, by: Party, cause: string): Decision {
  const waiting = act(ticket, 'release', by, { ...BACK_IN_LINE, directedWindow: null })
  const data = { leg: ticket.leg, window: ticket.window, cause, key: ticket.callKey }
  return { ticket: waiting, event: { type: 'ticket.released', data } }
}
