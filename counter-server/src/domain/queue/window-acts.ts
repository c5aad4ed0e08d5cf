import type { DeviceId, StaffId } from '@counter/shared/vocabulary/ids'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type Decision, type QueueEvent, requireReason } from './act.ts'
import { type Duty, type HallWindow, requireDuty, requireNobody, requireOnDuty } from './hall-window.ts'
import { releaseTicket } from './serving.ts'
import type { Ticket } from './ticket.ts'

export interface WindowDecision {
  readonly window: HallWindow
  readonly event: QueueEvent
}

export interface Opening {
  readonly staff: StaffId
  readonly device: DeviceId | null
  /** The other window at which this clerk is on duty, if any. */
  readonly elsewhere: HallWindow | null
  readonly now: Instant
}

/** Opens a closed window for a clerk, one duty per window and per clerk. Refuses `window.in_use` with since when (Q20). */
export function openWindow(window: HallWindow, opening: Opening): WindowDecision {
  if (window.duty !== null) throw inUse(window, window.duty)
  refuseSecondDuty(opening)
  return {
    window: { ...window, state: 'open', duty: newDuty(opening) },
    event: { type: 'window.opened', data: { window: window.window, clerk: opening.staff } },
  }
}

/** Takes a used window over, with a reason; its ticket stays where it is (Q20). */
export function takeOverWindow(window: HallWindow, opening: Opening, reason: string | null): WindowDecision {
  const why = requireReason(reason)
  refuseSecondDuty(opening)
  const data = { window: window.window, clerk: opening.staff, from: window.duty?.staff ?? null, reason: why }
  return {
    window: { ...window, state: 'open', duty: newDuty(opening) },
    event: { type: 'window.taken_over', data },
  }
}

/**
 * Closes a window. What was directed to it or held by it waits again under its key (Q22).
 * Refuses `window.busy`, `window.not_open`, `window.not_yours`.
 */
export function closeWindow(
  window: HallWindow,
  staff: StaffId,
  tickets: readonly Ticket[],
): WindowDecision & { readonly released: readonly Decision[] } {
  requireDuty(window, staff)
  requireNobody(window)
  return {
    window: { ...window, state: 'closed', duty: null },
    event: { type: 'window.closed', data: { window: window.window, clerk: staff } },
    released: tickets.flatMap((ticket) => releasedFrom(window, ticket) ?? []),
  }
}

/** Pauses an open window, with a reason and perhaps an end. Refuses `window.busy`, `window.paused` (Q22, Q23). */
export function pauseWindow(
  window: HallWindow,
  staff: StaffId,
  { reason, until, now }: { reason: string | null; until: Instant | null; now: Instant },
): WindowDecision {
  const duty = requireDuty(window, staff)
  requireOnDuty(window, staff)
  requireNobody(window)
  const why = requireReason(reason)
  return {
    window: { ...window, state: 'paused', duty: { ...duty, pausedAt: now, reason: why, until } },
    event: { type: 'window.paused', data: { window: window.window, reason: why, until } },
  }
}

/** Ends a pause; at an open window it changes nothing. Refuses `window.not_open`, `window.not_yours` (Q23). */
export function resumeWindow(window: HallWindow, staff: StaffId): WindowDecision {
  const duty = requireDuty(window, staff)
  return {
    window: { ...window, state: 'open', duty: { ...duty, pausedAt: null, reason: null, until: null } },
    event: { type: 'window.resumed', data: { window: window.window } },
  }
}

// A missed ticket is released from the direction as well, or no window could call it after a rejoin.
function releasedFrom(window: HallWindow, ticket: Ticket): Decision | null {
  if (ticket.status === 'held' && ticket.window === window.window) {
    return releaseTicket(ticket, { kind: 'system' }, 'window_closed')
  }
  if (ticket.directedWindow !== window.window) return null
  if (ticket.status !== 'waiting' && ticket.status !== 'missed') return null
  const data = { leg: ticket.leg, window: window.window, cause: 'window_closed', key: ticket.callKey }
  return {
    ticket: { ...ticket, directedWindow: null, version: ticket.version + 1 },
    event: { type: 'ticket.released', data },
  }
}

function newDuty({ staff, device, now }: Opening): Duty {
  return { staff, device, openedAt: now, pausedAt: null, reason: null, until: null }
}

function refuseSecondDuty({ elsewhere }: Opening): void {
  if (elsewhere?.duty) throw inUse(elsewhere, elsewhere.duty)
}

function inUse(window: HallWindow, duty: Duty): Refusal {
  return new Refusal('window.in_use', { w: window.window, t: civilTime(duty.openedAt) })
}
