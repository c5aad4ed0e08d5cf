import { type CallHeard, type DeskTicket, WindowChange, WindowStateView } from '@counter/shared/contract/desk'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { TopicKind } from './live.ts'

/** Topic `window:N`: everything the workbench of one window shows. */
export const windowTopic: TopicKind<WindowStateView, WindowChange> = {
  state: WindowStateView,
  change: WindowChange,
  withChange,
}

/** One change of the window's topic; a ticket or case never goes back to an older version. */
export function withChange(state: WindowStateView, change: WindowChange): WindowStateView {
  switch (change.kind) {
    case 'ticket_changed':
      return { ...state, tickets: withNewer(state.tickets, change.ticket) }
    case 'case_changed':
      return { ...state, cases: withNewer(state.cases, change.case).filter(isCountersTurn) }
    case 'window_changed':
      return { ...state, window: change.window }
    case 'figures_changed':
      return { ...state, figures: change.figures }
    case 'device_changed':
      return {
        ...state,
        devices: [
          ...state.devices.filter(({ deviceId }) => deviceId !== change.device.deviceId),
          change.device,
        ],
      }
    case 'call_announced':
      return { ...state, heard: change.heard }
    case 'call_heard':
      return change.heard.seq < (state.heard?.seq ?? 0) ? state : { ...state, heard: change.heard }
    case 'call_withdrawn':
      return state.heard?.seq === change.seq ? { ...state, heard: null } : state
  }
}

const COUNTERS_TURN: readonly string[] = ['received', 'supplement', 'decided']

// What has moved on to a unit or has ended is nobody's task at the counter.
function isCountersTurn({ status }: { readonly status: string }): boolean {
  return COUNTERS_TURN.includes(status)
}

function withNewer<T extends { readonly id: string; readonly version: number }>(
  all: readonly T[],
  one: T,
): T[] {
  const known = all.find(({ id }) => id === one.id)
  if (known === undefined) return [...all, one]
  return known.version > one.version ? [...all] : all.map((other) => (other.id === one.id ? one : other))
}

/** The ticket at this window now, called or being served. */
export function currentTicket({ tickets, window }: WindowStateView): DeskTicket | null {
  return (
    tickets.find(
      (ticket) =>
        ticket.window === window.window && (ticket.status === 'called' || ticket.status === 'serving'),
    ) ?? null
  )
}

/** The last number called here, when it has become another one since: nobody will come for it (Q49). */
export function movedAway({ tickets, window }: WindowStateView): DeskTicket | null {
  const [last] = tickets
    .filter((ticket) => ticket.window === window.window && ticket.calledAt !== null)
    .sort((one, other) => ((one.calledAt ?? '') > (other.calledAt ?? '') ? -1 : 1))
  return last?.status === 'moved' ? last : null
}

/** The waiting line, first to be called first. */
export function waitingLine({ tickets, figures }: WindowStateView): readonly DeskTicket[] {
  const waiting = new Map(
    tickets.filter(({ status }) => status === 'waiting').map((ticket) => [ticket.id, ticket]),
  )
  return figures.order.flatMap((id) => waiting.get(id) ?? [])
}

/** Those of one status, the one that has been so the longest first. */
export function ticketsThatAre(
  tickets: readonly DeskTicket[],
  status: 'missed' | 'held',
): readonly DeskTicket[] {
  const since = (ticket: DeskTicket) =>
    (status === 'held' ? ticket.heldAt : ticket.missedAt) ?? ticket.issuedAt
  return tickets
    .filter((ticket) => ticket.status === status)
    .sort((one, other) => (since(one) < since(other) ? -1 : 1))
}

/** What the desk says of its last call: `silent` when no wall answered within 3 s, `soundless` when shown but not heard (U25, Q53). */
export type WallAnswer = 'waiting' | 'shown' | 'heard' | 'silent' | 'soundless'

const WALL_PATIENCE_MS = 3_000

/** Whether the hall saw and heard the last call of this ticket, at `now`. */
export function wallAnswer(heard: CallHeard | null, ticketId: TicketId, now: Instant): WallAnswer {
  if (heard === null || heard.ticketId !== ticketId) return 'waiting'
  if (heard.shownAt === null)
    return heard.isUnheard || toMs(now) - toMs(heard.announcedAt) >= WALL_PATIENCE_MS ? 'silent' : 'waiting'
  if (heard.isUnheard || heard.path === 'chime') return 'soundless'
  return heard.spokenAt === null ? 'shown' : 'heard'
}
