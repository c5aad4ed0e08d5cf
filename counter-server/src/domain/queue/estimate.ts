import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { HallWindow } from './hall-window.ts'
import { type Ranks, waitsAtEnd, withOneMore } from './line-end.ts'
import { byCallOrder, callKeyOf, type Hall, isPromoted, mayCall, topicsWithMain } from './order.ts'
import type { Outlook } from './outlook.ts'
import { type Rolled, rollLine } from './roll-forward.ts'
import { randomOf } from './service-time.ts'
import type { Ticket } from './ticket.ts'

export const ESTIMATE_MODEL = 'roll-3'

/** A wait in minutes, as drawn and as shown (Q62, Q63). */
export interface Quote {
  readonly p10: number
  readonly p50: number
  readonly p80: number
  readonly p90: number
  readonly shown: ShownWait
  readonly windows: number
  readonly model: typeof ESTIMATE_MODEL
}

/** `now` 马上叫您, `under_5` 不到 5 分钟, `over_120` 2 小时以上, else the range in minutes (Q62). */
export interface ShownWait {
  readonly kind: 'now' | 'under_5' | 'range' | 'over_120'
  readonly low: number
  readonly high: number
}

export interface Estimate {
  /** Waiting tickets before this one that share an open window with it. */
  readonly ahead: number
  /** Null when nothing honest can be said but the people ahead. */
  readonly quote: Quote | null
}

/** Somebody in the line, or about to come to its end. */
export type Place = Pick<Ticket, 'topic' | 'directedWindow' | 'baseTime' | 'protectedAt' | 'weight'>

/** The wait of a waiting ticket: the real queue rolled forward, seeded by its id (Q60, Q62). */
export function estimateWait(ticket: Ticket, hall: Hall, outlook: Outlook): Estimate {
  const before = ticketsBefore(ticket, hall)
  const sharing = sharingWindows(ticket, hall)
  const ahead = before.filter((other) => sharing.some((window) => mayCall(window, other))).length
  if (!isSayable(ticket, hall, outlook)) return { ahead, quote: null }
  const scene = { before, keyMs: ticket.callKey, hall, outlook }
  const rolled = rollLine(scene, hall.settings.estimateDraws, randomOf(ticket.id))
  return { ahead, quote: quoteAtEnd(rolled, ticket, hall, ahead) }
}

/** The line as somebody of a class meets it who comes now; one rolling tells it for every topic (Q65). */
export function rollForComer(
  cls: 'ordinary' | 'priority',
  { hall, outlook, seed }: { hall: Hall; outlook: Outlook; seed: string },
): Rolled {
  const keyMs = callKeyOf(cls, toMs(hall.now), hall.settings)
  const before = waitingOf(hall).filter(({ callKey }) => callKey <= keyMs)
  return rollLine({ before, keyMs, hall, outlook }, hall.settings.estimateDraws, randomOf(seed))
}

/** The quote of whoever stands at the end of a rolled line; null without an open window that serves it (Q62). */
export function quoteAtEnd(rolled: Rolled, place: Place, hall: Hall, ahead: number): Quote | null {
  const serving = openWindows(hall).filter((window) => mayCall(window, place))
  if (serving.length === 0) return null
  const sorted = waitsAtEnd(rolled, ranksOf(rolled, place, hall))
  const percentile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  const p50 = percentile(0.5)
  const p80 = percentile(0.8)
  const isFree = ahead === 0 && serving.some((window) => window.occupant === null)
  return {
    p10: percentile(0.1),
    p50,
    p80,
    p90: percentile(0.9),
    shown: shownWait(p50, p80, isFree),
    windows: serving.length,
    model: ESTIMATE_MODEL,
  }
}

/** The rolled line after this one has come to its end. */
export function rolledWith(rolled: Rolled, place: Place, hall: Hall): Rolled {
  return withOneMore(rolled, ranksOf(rolled, place, hall), place)
}

/** The range a person reads: P50 rounded down and P80 rounded up to 5 minutes (Q62). */
export function shownWait(p50: number, p80: number, isFree: boolean): ShownWait {
  if (isFree) return { kind: 'now', low: 0, high: 0 }
  const low = Math.floor(p50 / 5) * 5
  const high = Math.max(5, Math.ceil(p80 / 5) * 5)
  if (low >= 120) return { kind: 'over_120', low, high }
  return { kind: low === 0 && high === 5 ? 'under_5' : 'range', low, high }
}

/** The windows by which the people ahead are counted: the open ones that serve it, before opening all that do (Q62). */
export function sharingWindows<W extends Pick<HallWindow, 'window' | 'state' | 'services'>>(
  place: Place,
  { windows }: { readonly windows: readonly W[] },
): readonly W[] {
  const serving = windows.filter((window) => mayCall(window, place))
  const open = serving.filter(({ state }) => state === 'open')
  // Before the hall opens nobody is free to call, but the people in front are there all the same.
  return open.length > 0 ? open : serving
}

/** False when nothing honest can be said but the people ahead (Q62). */
export function isSayable(place: Place, hall: Hall, { observedInLine }: Outlook): boolean {
  return (
    observedInLine >= hall.settings.minObservations &&
    openWindows(hall).some((window) => mayCall(window, place))
  )
}

function ticketsBefore(ticket: Ticket, hall: Hall): readonly Ticket[] {
  return waitingOf(hall).filter((other) => other.id !== ticket.id && byCallOrder(other, ticket) < 0)
}

function waitingOf({ waiting, businessDate }: Hall): Ticket[] {
  return waiting
    .filter((other) => other.status === 'waiting' && other.businessDate === businessDate)
    .sort(byCallOrder)
}

function openWindows({ windows }: Hall) {
  return windows.filter(({ state }) => state === 'open')
}

function ranksOf({ posts }: Rolled, place: Place, hall: Hall): Ranks {
  const hasMain = topicsWithMain(hall.windows)
  const isFirst = place.directedWindow !== null || isPromoted(place, toMs(hall.now), hall.settings)
  return posts.map(({ window }) => {
    if (!mayCall(window, place)) return null
    return isFirst || !hasMain.has(place.topic) ? 'main' : (window.services.get(place.topic) ?? null)
  })
}
