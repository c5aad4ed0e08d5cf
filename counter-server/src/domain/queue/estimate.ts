import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { HallWindow } from './hall-window.ts'
import { byCallOrder, type Hall, mayCall } from './order.ts'
import { drawWait, rollOf } from './roll-forward.ts'
import { randomOf, type TopicTimes } from './service-time.ts'
import type { Ticket } from './ticket.ts'

export const ESTIMATE_MODEL = 'roll-1'
const DEFAULT_MEAN_MINUTES = 8

/** What is known of service times: per topic, and how many legs were seen in the ticket's line. */
export interface KnownTimes {
  readonly byTopic: ReadonlyMap<TopicKey, TopicTimes>
  readonly observedInLine: number
}

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

/** The wait of a waiting ticket: the real queue rolled forward, seeded by its id (Q60, Q62). */
export function estimateWait(ticket: Ticket, hall: Hall, known: KnownTimes): Estimate {
  const open = hall.windows.filter((window) => window.state === 'open')
  const serving = open.filter((window) => mayCall(window, ticket))
  const before = ticketsBefore(ticket, hall)
  // Before the hall opens nobody is free to call, but the people in front are there all the same (Q62).
  const sharing = serving.length > 0 ? serving : hall.windows.filter((window) => mayCall(window, ticket))
  const ahead = before.filter((other) => sharing.some((window) => mayCall(window, other))).length
  if (serving.length === 0 || known.observedInLine < hall.settings.minObservations)
    return { ahead, quote: null }
  const waits = draws(ticket, before, { ...hall, windows: open }, known)
  const isFree = ahead === 0 && serving.some((window) => window.occupant === null)
  return { ahead, quote: quoteOf(waits, serving, isFree) }
}

/** The range a person reads: P50 rounded down and P80 rounded up to 5 minutes (Q62). */
export function shownWait(p50: number, p80: number, isFree: boolean): ShownWait {
  if (isFree) return { kind: 'now', low: 0, high: 0 }
  const low = Math.floor(p50 / 5) * 5
  const high = Math.max(5, Math.ceil(p80 / 5) * 5)
  if (low >= 120) return { kind: 'over_120', low, high }
  return { kind: low === 0 && high === 5 ? 'under_5' : 'range', low, high }
}

function ticketsBefore(ticket: Ticket, hall: Hall): readonly Ticket[] {
  return hall.waiting
    .filter((other) => other.status === 'waiting' && other.businessDate === ticket.businessDate)
    .filter((other) => other.id !== ticket.id && byCallOrder(other, ticket) < 0)
    .sort(byCallOrder)
}

function draws(ticket: Ticket, before: readonly Ticket[], hall: Hall, known: KnownTimes): readonly number[] {
  const random = randomOf(ticket.id)
  const timesOf = (topic: TopicKey) =>
    known.byTopic.get(topic) ?? { configuredMean: DEFAULT_MEAN_MINUTES, observed: [] }
  const roll = rollOf([...before, ticket], hall, timesOf)
  const waits = Array.from({ length: hall.settings.estimateDraws }, () =>
    drawWait(roll, toMs(hall.now), random),
  )
  return waits.sort((a, b) => a - b)
}

function quoteOf(sorted: readonly number[], serving: readonly HallWindow[], isFree: boolean): Quote {
  const percentile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  const p50 = percentile(0.5)
  const p80 = percentile(0.8)
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
