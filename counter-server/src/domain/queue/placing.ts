import type { LineKey, TopicKey } from '@counter/shared/vocabulary/ids'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { act, BACK_IN_LINE, type Decision, requireReason } from './act.ts'
import type { HallWindow } from './hall-window.ts'
import { type Party, statusAfter } from './lifecycle.ts'
import { byCallOrder, callKeyOf } from './order.ts'
import { newKey } from './overtaking.ts'
import type { QueueSettings } from './settings.ts'
import type { Ticket } from './ticket.ts'

export interface Rejoin {
  /** The waiting tickets of the line. */
  readonly waiting: readonly Ticket[]
  /** Fresh, higher than any given out today. */
  readonly issueOrder: number
  readonly businessDate: PlainDate
  readonly by: Party
}

/**
 * 过号恢复: behind the `rejoinPlaces`th waiting ticket of the line, or the last if there are fewer, never
 * before its own key (Q28). `ahead` is the n of 「排在 {n} 个人后面」. Refuses `ticket.rejoin_limit`, and
 * `ticket.expired` on another day.
 */
export function rejoinTicket(
  ticket: Ticket,
  rejoin: Rejoin,
  settings: QueueSettings,
): Decision & { ahead: number } {
  const { waiting, issueOrder, businessDate, by } = rejoin
  if (ticket.businessDate !== businessDate) throw new Refusal('ticket.expired', { d: ticket.businessDate })
  statusAfter(ticket, 'rejoin', by)
  if (ticket.rejoins >= settings.rejoinMax)
    throw new Refusal('ticket.rejoin_limit', { n: settings.rejoinMax })
  const callKey = keyBehind(ticket, waiting, settings.rejoinPlaces)
  const rejoined = act(ticket, 'rejoin', by, {
    ...BACK_IN_LINE,
    ...newKey(callKey),
    issueOrder,
    missedAt: null,
    rejoins: ticket.rejoins + 1,
  })
  const ahead = waiting.filter((other) => byCallOrder(other, rejoined) < 0).length
  const data = {
    nth: rejoined.rejoins,
    places: settings.rejoinPlaces,
    ahead,
    from: { callKey: ticket.callKey, issueOrder: ticket.issueOrder },
    to: { callKey, issueOrder },
  }
  return { ticket: rejoined, event: { type: 'ticket.rejoined', data }, ahead }
}

/**
 * 往后让: the resident lets the next `rejoinPlaces` people pass, or all if there are fewer, by the formula of a rejoin
 * among those behind (Q29). Refuses `ticket.postpone_limit`.
 */
export function postponeTicket(
  ticket: Ticket,
  { waiting, issueOrder, by }: Omit<Rejoin, 'businessDate'>,
  settings: QueueSettings,
): Decision & { ahead: number } {
  statusAfter(ticket, 'postpone', by)
  if (ticket.postpones >= settings.postponeMax)
    throw new Refusal('ticket.postpone_limit', { n: settings.postponeMax })
  const others = waiting.filter(({ id }) => id !== ticket.id)
  const behind = others.filter((other) => byCallOrder(ticket, other) < 0)
  const callKey = keyBehind(ticket, behind, settings.rejoinPlaces)
  const nth = ticket.postpones + 1
  const postponed = act(ticket, 'postpone', by, { ...newKey(callKey), issueOrder, postpones: nth })
  const ahead = others.filter((other) => byCallOrder(other, postponed) < 0).length
  const data = {
    nth,
    places: settings.rejoinPlaces,
    ahead,
    from: { callKey: ticket.callKey, issueOrder: ticket.issueOrder },
    to: { callKey, issueOrder },
  }
  return { ticket: postponed, event: { type: 'ticket.postponed', data }, ahead }
}

function keyBehind(ticket: Ticket, waiting: readonly Ticket[], places: number): number {
  const pace = [...waiting].sort(byCallOrder).slice(0, places).at(-1)
  return pace === undefined ? ticket.callKey : Math.max(ticket.callKey, pace.callKey)
}

/** Where a transferred ticket waits: under its own key, before all, or behind all of that line (Q31). */
export type Place =
  | { readonly kind: 'by_key' }
  /** `waiting`: the waiting tickets of the line it goes to. */
  | { readonly kind: 'front'; readonly waiting: readonly Ticket[] }
  /** A fresh issue order, so that it comes after whoever has the same key. */
  | { readonly kind: 'back'; readonly waiting: readonly Ticket[]; readonly issueOrder: number }

export interface Transfer {
  readonly topic: TopicKey
  readonly line: LineKey
  /** Directed to this window alone, or null for any that serves the topic. */
  readonly window: number | null
  readonly place: Place
  readonly reason: string | null
  /** The clerk goes on although no window there is open. */
  readonly confirmed: boolean
  readonly windows: readonly HallWindow[]
  readonly by: Party
}

/**
 * Sends a ticket to another topic, line or window; it keeps number, base time, class and key, unless it is put in front
 * or at the back with a reason (Q31). Refuses `transfer.same_place`, `reason.required`, and `transfer.no_window` unless
 * confirmed.
 */
export function transferTicket(ticket: Ticket, to: Transfer): Decision {
  const waiting = act(ticket, 'transfer', to.by, {
    ...BACK_IN_LINE,
    topic: to.topic,
    line: to.line,
    directedWindow: to.window,
    ...placed(ticket, to.place),
  })
  if (isSamePlace(ticket, to)) throw new Refusal('transfer.same_place')
  if (!to.confirmed && !to.windows.some((window) => receives(window, to)))
    throw new Refusal('transfer.no_window')
  const reason = to.place.kind === 'by_key' ? to.reason : requireReason(to.reason)
  const data = {
    leg: ticket.leg,
    from: { topic: ticket.topic, line: ticket.line, window: ticket.window },
    to: { topic: to.topic, line: to.line, window: to.window },
    place: to.place.kind,
    key: ticket.callKey,
    newKey: waiting.callKey,
    reason,
  }
  return { ticket: waiting, event: { type: 'ticket.transferred', data } }
}

// Being sent on is no lateness of the resident's, so the key moves only when a clerk says so.
function placed(ticket: Ticket, place: Place): Partial<Ticket> {
  if (place.kind === 'by_key') return {}
  const others = place.waiting.filter(({ id }) => id !== ticket.id).sort(byCallOrder)
  if (place.kind === 'front') {
    const first = others[0]
    return first === undefined ? {} : newKey(Math.min(ticket.callKey, first.callKey - 1))
  }
  const last = others.at(-1)
  const callKey = last === undefined ? ticket.callKey : Math.max(ticket.callKey, last.callKey)
  return { ...newKey(callKey), issueOrder: place.issueOrder }
}

function isSamePlace(ticket: Ticket, to: Transfer): boolean {
  if (ticket.status === 'waiting') return ticket.topic === to.topic && ticket.directedWindow === to.window
  return ticket.window === to.window
}

function receives(window: HallWindow, to: Transfer): boolean {
  if (window.state === 'closed') return false
  return to.window === null ? window.services.has(to.topic) : window.window === to.window
}

/** Changes the class of a waiting ticket, with a reason; what a rejoin has added to the key stays (Q2, Q17). */
export function reclassTicket(
  ticket: Ticket,
  cls: TicketClass,
  { by, reason }: { by: Party; reason: string | null },
  settings: QueueSettings,
): Decision {
  const addedMs = Math.max(0, ticket.callKey - callKeyOf(ticket.cls, ticket.baseTime, settings))
  const callKey = callKeyOf(cls, ticket.baseTime, settings) + addedMs
  const reclassed = act(ticket, 'reclass', by, { cls, ...newKey(callKey) })
  const data = {
    from: { cls: ticket.cls, callKey: ticket.callKey },
    to: { cls, callKey },
    reason: requireReason(reason),
  }
  return { ticket: reclassed, event: { type: 'ticket.reclassed', data } }
}
