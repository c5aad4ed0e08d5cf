import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { endOfDay } from './span.ts'
import { isBelievable, minutes, percent, sum } from './summary.ts'
import type { HallEvent, Visit } from './visit.ts'

/** How long a window was staffed and how much of that it served; minutes (Q68). */
export interface WindowUse {
  readonly window: number
  readonly dutyMinutes: number
  readonly pausedMinutes: number
  readonly serviceMinutes: number
  /** Percent: service / duty less pauses. */
  readonly utilisation: number | null
}

interface Span {
  dutyMs: number
  pausedMs: number
  openSince: number | null
  pausedSince: number | null
}

/**
 * Duty, pauses and service of each window over the events of one or more days. An open duty lasts until `now`, but never
 * beyond its day: what a server that was off closes at the next boot, or nobody closed, was no duty overnight.
 */
export function windowUse(events: readonly HallEvent[], visits: readonly Visit[], now: Instant): WindowUse[] {
  const spans = new Map<number, Span>()
  for (const { type, subject, at } of events) {
    if (!subject.startsWith('window:')) continue
    const window = Number(subject.slice('window:'.length))
    const span = spans.get(window) ?? { dutyMs: 0, pausedMs: 0, openSince: null, pausedSince: null }
    spans.set(window, span)
    follow(span, type, toMs(at))
  }
  for (const span of spans.values()) endDuty(span, toMs(now))
  return [...spans]
    .map(([window, { dutyMs, pausedMs }]) => useOf(window, dutyMs, pausedMs, serviceAt(visits, window)))
    .sort((one, other) => one.window - other.window)
}

function follow(span: Span, type: string, at: number): void {
  switch (type) {
    case 'window.opened':
    case 'window.taken_over':
      endPause(span, at)
      span.openSince ??= at
      return
    case 'window.paused':
      span.pausedSince ??= at
      return
    case 'window.resumed':
      return endPause(span, at)
    case 'window.closed':
      return endDuty(span, at)
  }
}

function endPause(span: Span, at: number): void {
  if (span.pausedSince !== null) span.pausedMs += at - span.pausedSince
  span.pausedSince = null
}

function endDuty(span: Span, at: number): void {
  const end = span.openSince === null ? at : Math.min(at, endOfDay(civilDate(instantOf(span.openSince))))
  endPause(span, end)
  if (span.openSince !== null) span.dutyMs += end - span.openSince
  span.openSince = null
}

// Work is work: a direct visit keeps the window busy too, but a time that nobody recorded is not counted.
function serviceAt(visits: readonly Visit[], window: number): number {
  return sum(
    visits
      .filter(({ apart }) => apart !== 'unrecorded')
      .flatMap(({ legs }) =>
        legs.filter((leg) => leg.window === window).map(({ serviceMs }) => serviceMs ?? 0),
      )
      .filter(isBelievable),
  )
}

function useOf(window: number, dutyMs: number, pausedMs: number, serviceMs: number): WindowUse {
  return {
    window,
    dutyMinutes: minutes(dutyMs),
    pausedMinutes: minutes(pausedMs),
    serviceMinutes: minutes(serviceMs),
    utilisation: percent(serviceMs, dutyMs - pausedMs),
  }
}
