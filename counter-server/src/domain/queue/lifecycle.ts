import type { TicketAction, TicketStatus } from '@counter/shared/vocabulary/ticket'
import { Refusal } from '../refusal.ts'
import type { Ticket } from './ticket.ts'

/** Where an action leads, or why it is refused: W wrong status, X elsewhere, E finished (queue.md 2). */
type Cell = TicketStatus | 'W' | 'X' | 'E' | 'as_before'

/** Who acts on a ticket. A window is bound to the tickets it has; staff without one reach no called or serving ticket. */
export type Party =
  | { readonly kind: 'window'; readonly window: number }
  | { readonly kind: 'resident' | 'staff' | 'supervisor' | 'system' }

const ENDED = {
  call: 'E',
  recall: 'E',
  undo_call: 'E',
  start: 'E',
  finish: 'E',
  reopen: 'E',
  miss: 'E',
  rejoin: 'E',
  postpone: 'E',
  hold: 'E',
  return: 'E',
  release: 'E',
  transfer: 'E',
  reclass: 'E',
  serve_by_hand: 'E',
  cancel: 'E',
  restore: 'E',
  move: 'E',
} as const satisfies Record<Exclude<TicketAction, 'close_day'>, Cell>

/** Every status and every action: no other change of a ticket exists (Q12). */
export const LIFECYCLE = {
  waiting: {
    call: 'called',
    recall: 'W',
    undo_call: 'W',
    start: 'W',
    finish: 'W',
    reopen: 'W',
    miss: 'W',
    rejoin: 'W',
    postpone: 'waiting',
    hold: 'W',
    return: 'W',
    release: 'W',
    transfer: 'waiting',
    reclass: 'waiting',
    serve_by_hand: 'served',
    cancel: 'cancelled',
    restore: 'W',
    move: 'moved',
    close_day: 'absent',
  },
  called: {
    call: 'X',
    recall: 'called',
    undo_call: 'waiting',
    start: 'serving',
    finish: 'W',
    reopen: 'W',
    miss: 'missed',
    rejoin: 'W',
    postpone: 'W',
    hold: 'held',
    return: 'W',
    release: 'W',
    transfer: 'waiting',
    reclass: 'W',
    serve_by_hand: 'served',
    cancel: 'cancelled',
    restore: 'W',
    move: 'moved',
    close_day: 'absent',
  },
  serving: {
    call: 'X',
    recall: 'W',
    undo_call: 'W',
    start: 'W',
    finish: 'served',
    reopen: 'W',
    miss: 'W',
    rejoin: 'W',
    postpone: 'W',
    hold: 'held',
    return: 'W',
    release: 'W',
    transfer: 'waiting',
    reclass: 'W',
    serve_by_hand: 'W',
    cancel: 'W',
    restore: 'W',
    move: 'W',
    close_day: 'served',
  },
  held: {
    call: 'W',
    recall: 'W',
    undo_call: 'W',
    start: 'W',
    finish: 'W',
    reopen: 'W',
    miss: 'missed',
    rejoin: 'W',
    postpone: 'W',
    hold: 'W',
    return: 'called',
    release: 'waiting',
    transfer: 'waiting',
    reclass: 'W',
    serve_by_hand: 'served',
    cancel: 'cancelled',
    restore: 'W',
    move: 'moved',
    close_day: 'absent',
  },
  missed: {
    call: 'W',
    recall: 'W',
    undo_call: 'W',
    start: 'W',
    finish: 'W',
    reopen: 'W',
    miss: 'W',
    rejoin: 'waiting',
    postpone: 'W',
    hold: 'W',
    return: 'W',
    release: 'W',
    transfer: 'W',
    reclass: 'W',
    serve_by_hand: 'served',
    cancel: 'cancelled',
    restore: 'W',
    move: 'moved',
    close_day: 'absent',
  },
  served: { ...ENDED, reopen: 'serving', close_day: 'served' },
  absent: { ...ENDED, close_day: 'absent' },
  moved: { ...ENDED, close_day: 'moved' },
  cancelled: { ...ENDED, restore: 'as_before', close_day: 'cancelled' },
} as const satisfies Record<TicketStatus, Record<TicketAction, Cell>>

/**
 * The status after `action`. Refuses `ticket.wrong_status`, `ticket.elsewhere` or `ticket.finished` as the
 * table says, and `ticket.elsewhere` when another window has the ticket (Q12).
 */
export function statusAfter(ticket: Ticket, action: TicketAction, by: Party): TicketStatus {
  if (isAtAnotherWindow(ticket, action, by)) throw elsewhere(ticket)
  const cell: Cell = isForSystemAlone(ticket, action, by) ? 'W' : LIFECYCLE[ticket.status][action]
  switch (cell) {
    case 'W':
      throw new Refusal('ticket.wrong_status', { n: ticket.number, status: ticket.status, action })
    case 'X':
      throw elsewhere(ticket)
    case 'E':
      throw new Refusal('ticket.finished', { n: ticket.number, status: ticket.status })
    case 'as_before':
      return statusBeforeCancelling(ticket)
    default:
      return cell
  }
}

/** The refusal that names the window which has the ticket. */
export function elsewhere(ticket: Ticket): Refusal {
  return new Refusal('ticket.elsewhere', { n: ticket.number, w: ticket.window ?? '' })
}

function isAtAnotherWindow(ticket: Ticket, action: TicketAction, by: Party): boolean {
  if (ticket.status !== 'called' && ticket.status !== 'serving') return false
  if (by.kind === 'window') return by.window !== ticket.window
  if (by.kind === 'staff') return true
  return by.kind === 'resident' && action !== 'cancel'
}

// A person who was called is on the way to the window: only the return of a kiosk may take the number back (Q49).
function isForSystemAlone({ status }: Ticket, action: TicketAction, { kind }: Party): boolean {
  return status === 'called' && action === 'move' && kind !== 'system'
}

// A call that was cancelled is not taken up again by itself: the window has gone on to somebody else.
function statusBeforeCancelling(ticket: Ticket): TicketStatus {
  const before = ticket.cancelledFrom ?? 'waiting'
  return before === 'called' ? 'waiting' : before
}
