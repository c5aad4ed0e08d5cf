import { Refusal } from '../refusal.ts'
import { requireReason } from './act.ts'
import type { HallWindow } from './hall-window.ts'
import { changeServices } from './services.ts'
import type { Ticket } from './ticket.ts'

/**
 * Takes a window out of the hall: never while somebody is there or a number belongs to it (A-2, U40).
 * Refuses `window.still_open`, `window.has_tickets`, and `topic.last_window` until that is confirmed (Q21).
 */
export function retireWindow(
  window: HallWindow,
  reason: string | null,
  hall: { readonly windows: readonly HallWindow[]; readonly waiting: readonly Ticket[] },
  { bound, isConfirmed }: { readonly bound: number; readonly isConfirmed: boolean },
): string {
  const why = requireReason(reason)
  if (window.state !== 'closed') throw new Refusal('window.still_open', { w: window.window })
  if (bound > 0) throw new Refusal('window.has_tickets', { w: window.window, n: bound })
  changeServices(window, new Map(), hall, isConfirmed)
  return why
}

/** The live numbers that only this window can go on with: directed to it, or held, called or served there. */
export function boundTo(tickets: readonly Ticket[], window: number): number {
  return tickets.filter(({ directedWindow, window: at, status }) =>
    status === 'waiting' || status === 'missed' ? directedWindow === window : at === window,
  ).length
}
