import type { ChargedTo } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import {
  addDays,
  civilDate,
  daysBetween,
  earlierOf,
  instantAt,
  laterOf,
} from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import {
  addWorkingDays,
  closingOf,
  countedDate,
  nextWorkingDay,
  sessionsOn,
  type WorkingCalendar,
  workingDayFrom,
  workingDaysBetween,
  workingDayUntil,
} from '../calendar/working-calendar.ts'
import type { Pause } from './case-state.ts'
import type { ClockSettings } from './settings.ts'

/** What every count is made with. */
export interface ClockContext {
  readonly calendar: WorkingCalendar
  readonly settings: ClockSettings
  /** The rules as they were at an instant, for a clock that stopped then; absent where there is but one set (C605). */
  readonly inForceAt?: (at: Instant) => ClockContext
}

/** The rules a clock is read with: those of now, or of the moment it stopped, so that no verdict moves (C605). */
export function rulesFor(context: ClockContext, endedAt: Instant | null): ClockContext {
  return endedAt === null ? context : (context.inForceAt?.(endedAt) ?? context)
}

/** A limit with its start: what has to be known to say when it is due. */
export interface Term {
  readonly startAt: Instant
  readonly limit: Limit
  /** A natural last day that is off moves to the next working day by law, to the one before as the house's own target (C507). */
  readonly offDay: 'legal' | 'target'
  readonly pauses: readonly Pause[]
}

/** The days d with from < d <= to, left out of a count (C509). */
export interface PausedSpan {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly reason: Pause['reason']
  readonly eventId: string
  /** Papers that the resident brings are awaited at his charge, what the law asks of others at theirs (C801). */
  readonly chargedTo: Extract<ChargedTo, 'resident' | 'third_party'>
}

/** The last day and instant of a term, and which pauses moved it. */
export interface Due {
  readonly on: PlainDate
  readonly at: Instant
  readonly spans: readonly PausedSpan[]
  /** The last natural day before it was moved off a rest day; only for natural days (C507). */
  readonly nominalOn?: PlainDate
}

/** The civil day an entry counts on: rolled on after closing and on a day off, or its own date (C506). */
export function effectiveDate({ calendar, settings }: ClockContext, at: Instant): PlainDate {
  return settings.afterHours === 'roll-to-next-opening' ? countedDate(calendar, at) : civilDate(at)
}

/** The day before day 1 of a term: its day 0, or the day before that when day 0 itself counts (C502). */
export function dayZero(context: ClockContext, term: Pick<Term, 'startAt' | 'limit'>): PlainDate {
  const startOn = effectiveDate(context, term.startAt)
  return context.settings.startRule === 'same-day' && term.limit.value >= 1 ? addDays(startOn, -1) : startOn
}

/**
 * When a term is due (C502 to C507). A pause moves it only if it begins at or before the due instant (C512);
 * an open pause is taken to end at `asOf`, which gives 「如今天恢复，最迟 …」 (C510).
 */
export function dueOf(context: ClockContext, term: Term, asOf: Instant): Due {
  let due = dueWith(context, term, [])
  for (const pause of term.pauses.toSorted((a, b) => (a.pausedAt < b.pausedAt ? -1 : 1))) {
    if (pause.pausedAt > due.at) break
    const resumedAt = pause.resumedAt ?? asOf
    const span = standstillOf(context, pause, resumedAt)
    due = notBefore(
      context,
      dueWith(context, term, [...due.spans, span]),
      countedDate(context.calendar, resumedAt),
    )
  }
  return due
}

/** The days that a pause takes, and who answers for them (C509, C801). */
export function standstillOf(context: ClockContext, pause: Pause, resumedAt: Instant): PausedSpan {
  return {
    from: effectiveDate(context, pause.pausedAt),
    to: effectiveDate(context, resumedAt),
    reason: pause.reason,
    eventId: pause.eventId,
    chargedTo: pause.reason === 'awaited_papers' ? 'resident' : 'third_party',
  }
}

/** The end of so many working days that begin now and stop for nothing: a reply, a call back (C705, C1004). */
export function dueAfter(context: ClockContext, at: Instant, workdays: number): Due {
  const limit = { value: workdays, unit: 'workday' } as const
  return dueOf(context, { startAt: at, limit, offDay: 'legal', pauses: [] }, at)
}

/** The days of `term`'s unit in (from, to] that the spans leave out; what two spans share counts once (C509). */
export function pausedDays(
  calendar: WorkingCalendar,
  unit: Limit['unit'],
  spans: readonly Pick<PausedSpan, 'from' | 'to'>[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): number {
  let total = 0
  let done = from
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const start = laterOf(span.from, done)
    const end = earlierOf(span.to, to)
    if (end <= start) continue
    total += daysOf(calendar, unit, start, end)
    done = end
  }
  return total
}

/** Days of the unit in (from, to]; 0 when `to` is not after `from` (C508). */
export function daysOf(
  calendar: WorkingCalendar,
  unit: Limit['unit'],
  from: PlainDate,
  to: PlainDate,
): number {
  return unit === 'workday' ? workingDaysBetween(calendar, from, to) : Math.max(0, daysBetween(from, to))
}

function dueWith(context: ClockContext, term: Term, spans: readonly PausedSpan[]): Due {
  const { calendar } = context
  const { unit, value } = term.limit
  if (unit === 'workday' && value > 0 && value < 1) return { ...halfDayDue(context, term.startAt), spans }
  const from = dayZero(context, term)
  const last = spans.reduce((latest, { to }) => laterOf(latest, to), from)
  const length = value + pausedDays(calendar, unit, spans, { from, to: last })
  if (unit === 'workday') {
    const on = dueWorkday(calendar, from, length)
    return { on, at: closingOf(calendar, on), spans }
  }
  const natural = naturalDue(calendar, from, length)
  const on = natural[term.offDay]
  return { on, at: closingOf(calendar, on), spans, nominalOn: natural.nominal }
}

// A limit of 0 given on a day off is still due on a day that has a closing (C505, C506).
function dueWorkday(calendar: WorkingCalendar, from: PlainDate, length: number): PlainDate {
  return length === 0 ? workingDayFrom(calendar, from) : addWorkingDays(calendar, from, length)
}

/** The three days of a limit in natural days: nominal, last by law, and the house's own target (C507). */
export function naturalDue(
  calendar: WorkingCalendar,
  from: PlainDate,
  days: number,
): { readonly nominal: PlainDate; readonly legal: PlainDate; readonly target: PlainDate } {
  const nominal = addDays(from, days)
  return {
    nominal,
    legal: workingDayFrom(calendar, nominal),
    target: workingDayUntil(calendar, nominal),
  }
}

/**
 * The end of the half-day session after the one of `startAt`. A closing instant belongs to the session it closes;
 * an entry moved to the next opening belongs to the first session of that day (C505).
 */
function halfDayDue(
  context: ClockContext,
  startAt: Instant,
): { readonly on: PlainDate; readonly at: Instant } {
  const { calendar } = context
  const on = countedDate(calendar, startAt)
  const ends = sessionEnds(calendar, on)
  const place = on === civilDate(startAt) ? ends.findIndex((end) => startAt <= end) : 0
  const sameDay = ends[place + 1]
  if (sameDay !== undefined) return { on, at: sameDay }
  const next = nextWorkingDay(calendar, on)
  return { on: next, at: sessionEnds(calendar, next)[0] ?? closingOf(calendar, next) }
}

function sessionEnds(calendar: WorkingCalendar, on: PlainDate): readonly Instant[] {
  return sessionsOn(calendar, on).map(([, end]) => instantAt(on, end))
}

// Paused on its due day, a case is due at the close of the working day on which it runs again (C512).
function notBefore({ calendar }: ClockContext, due: Due, day: PlainDate): Due {
  return due.on >= day ? due : { ...due, on: day, at: closingOf(calendar, day) }
}
