import type { DeviceId, StaffId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { WindowService, WindowState } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import type { Ticket } from './ticket.ts'

/** 在岗: one clerk at one window (Q20). */
export interface Duty {
  readonly staff: StaffId
  readonly device: DeviceId | null
  readonly openedAt: Instant
  readonly pausedAt: Instant | null
  readonly reason: string | null
  readonly until: Instant | null
}

/** A window of the hall as it stands now. */
export interface HallWindow {
  readonly window: number
  readonly state: WindowState
  readonly services: ReadonlyMap<TopicKey, WindowService>
  readonly duty: Duty | null
  /** The called or serving ticket, of which there is never more than one (QI13). */
  readonly occupant: Ticket | null
}

/** Refuses `window.not_open`, `window.not_yours` or `window.paused`, in this order (Q23). */
export function requireOnDuty(window: HallWindow, staff: StaffId): void {
  requireDuty(window, staff)
  if (window.state === 'paused') throw new Refusal('window.paused', { w: window.window })
}

/** Refuses `window.not_open` or `window.not_yours`; a pause is allowed (Q23). */
export function requireDuty(window: HallWindow, staff: StaffId): Duty {
  if (window.state === 'closed' || window.duty === null) throw notOpen(window)
  if (window.duty.staff !== staff) throw new Refusal('window.not_yours', { w: window.window })
  return window.duty
}

/** Refuses unless the window is open and nobody is called to it or served at it (Q22, Q23). */
export function requireFree(window: HallWindow): void {
  if (window.state === 'closed') throw notOpen(window)
  if (window.state === 'paused') throw new Refusal('window.paused', { w: window.window })
  requireNobody(window)
}

/** Refuses `window.busy` while a ticket is called to the window or served at it (Q22). */
export function requireNobody(window: HallWindow): void {
  if (window.occupant !== null) throw new Refusal('window.busy', { n: window.occupant.number })
}

function notOpen(window: HallWindow): Refusal {
  return new Refusal('window.not_open', { w: window.window })
}
