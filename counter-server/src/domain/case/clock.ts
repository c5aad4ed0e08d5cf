import type { ChargedTo, ClockKind, ClockState } from '@counter/shared/vocabulary/case'
import type { ClockReading, Limit, Segment } from '@counter/shared/vocabulary/clock'
import { addDays, civilDate, instantAt, laterOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { isProvisional, isWorkingDay, noticesOf, workingDaysBetween } from '../calendar/working-calendar.ts'
import {
  type ClockContext,
  type Due,
  daysOf,
  dayZero,
  dueOf,
  effectiveDate,
  pausedDays,
  type Term,
} from './due.ts'
import { segmentsOf } from './segments.ts'
import type { ClockSettings } from './settings.ts'

/** One clock of a case before it is read. */
export interface Clock<Kind extends string = ClockKind> extends Term {
  readonly kind: Kind
  readonly startEventId: string | null
  /** When it stopped for good: decision, acceptance, delivery, end; null while it runs. */
  readonly endedAt: Instant | null
  /** Days left from which the light is yellow; null when the clock has no light (C701). */
  readonly yellowFrom: number | null
  readonly chargedTo: ChargedTo
  /** Days of the limit that an extension added (C513). */
  readonly extended?: number
  /** Started by silence, with effect from the receipt (C514). */
  readonly isDeemed?: boolean
}

/** How a clock stands and when it is due, without its days being counted one by one. */
export type DueReading<Kind extends string = ClockKind> = Pick<
  ClockReading<Kind>,
  'kind' | 'state' | 'limit' | 'startedOn' | 'dueOn' | 'dueAt' | 'yellowAt' | 'provisional' | 'cutToStatutory'
>

/** Reads a clock at a moment (C508); `cap` is the statutory due date that the promise may not pass (C517). */
export function readClock<Kind extends string>(
  context: ClockContext,
  clock: Clock<Kind>,
  asOf: Instant,
  cap: Due | null = null,
): ClockReading<Kind> {
  const { due, cutToStatutory } = cappedDue(context, clock, asOf, cap)
  const asOfOn = civilDate(untilOf(clock, asOf))
  const segments = explained(context, clock, due, asOfOn)
  return {
    ...dueReading(context, clock, { due, cutToStatutory }),
    ...countsOf(context, clock, due, asOfOn),
    segments,
    reasons: {
      extended: clock.extended ?? 0,
      nominalOn: due.nominalOn === undefined || due.nominalOn === due.on ? null : due.nominalOn,
      isDeemed: clock.isDeemed ?? false,
      isCut: cutToStatutory,
      notices: noticesOf(context.calendar, segments),
    },
  }
}

/** The same without the count and its explanation: what rows and marks are made of. */
export function readDue<Kind extends string>(
  context: ClockContext,
  clock: Clock<Kind>,
  asOf: Instant,
  cap: Due | null = null,
): DueReading<Kind> {
  return dueReading(context, clock, cappedDue(context, clock, asOf, cap))
}

/** The same with its count and without the explanation: what a line of a list says of a clock that stands still. */
export function readCount<Kind extends string>(
  context: ClockContext,
  clock: Clock<Kind>,
  asOf: Instant,
  cap: Due | null = null,
): DueReading<Kind> & DayCounts {
  const capped = cappedDue(context, clock, asOf, cap)
  const asOfOn = civilDate(untilOf(clock, asOf))
  return { ...dueReading(context, clock, capped), ...countsOf(context, clock, capped.due, asOfOn) }
}

interface CappedDue {
  readonly due: Due
  readonly cutToStatutory: boolean
}

function cappedDue(context: ClockContext, clock: Clock<string>, asOf: Instant, cap: Due | null): CappedDue {
  const own = dueOf(context, clock, untilOf(clock, asOf))
  const cutToStatutory = cap !== null && cap.at < own.at
  return { due: cutToStatutory ? { ...cap, spans: own.spans } : own, cutToStatutory }
}

function untilOf({ endedAt }: Pick<Clock, 'endedAt'>, asOf: Instant): Instant {
  return endedAt !== null && endedAt < asOf ? endedAt : asOf
}

function dueReading<Kind extends string>(
  context: ClockContext,
  clock: Clock<Kind>,
  { due, cutToStatutory }: CappedDue,
): DueReading<Kind> {
  const state = stateOf(clock)
  return {
    kind: clock.kind,
    state,
    limit: clock.limit,
    startedOn: effectiveDate(context, clock.startAt),
    dueOn: due.on,
    dueAt: state === 'paused' ? null : due.at,
    yellowAt: state === 'paused' ? null : yellowAtOf(context, clock, due),
    provisional: isProvisional(context.calendar, due.on),
    cutToStatutory,
  }
}

/** Days left from which the light is yellow: a share of the limit, at least one; on the due day only for a limit of a day (C701). */
export function yellowFromOf({ yellowShare, yellowMin }: ClockSettings, limit: Limit): number {
  if (limit.value <= 1) return 0
  // The product of a decimal share is a hair off; a hair must not make a day.
  return Math.max(yellowMin, Math.ceil(yellowShare * limit.value - 1e-9))
}

/** Whether a clock runs, stands still or has stopped. */
export function stateOf(clock: Pick<Clock<string>, 'endedAt' | 'pauses'>): ClockState {
  if (clock.endedAt !== null) return 'stopped'
  return clock.pauses.some(({ resumedAt }) => resumedAt === null) ? 'paused' : 'running'
}

type DayCounts = Pick<ClockReading, 'used' | 'left' | 'overdue'>

function countsOf(context: ClockContext, clock: Clock<string>, due: Due, asOfOn: PlainDate): DayCounts {
  const { calendar } = context
  const { unit } = clock.limit
  const after = dayZero(context, clock)
  const running = (from: PlainDate, to: PlainDate) =>
    daysOf(calendar, unit, from, to) - pausedDays(calendar, unit, due.spans, { from, to })
  return {
    used: running(after, asOfOn),
    left: running(laterOf(asOfOn, after), due.on),
    overdue: workingDaysBetween(calendar, due.on, asOfOn),
  }
}

function explained(
  context: ClockContext,
  clock: Clock<string>,
  due: Due,
  asOfOn: PlainDate,
): readonly Segment[] {
  return segmentsOf(context.calendar, {
    unit: clock.limit.unit,
    startOn: effectiveDate(context, clock.startAt),
    after: dayZero(context, clock),
    startEventId: clock.startEventId,
    dueOn: due.on,
    asOfOn,
    spans: due.spans,
    chargedTo: clock.chargedTo,
    extendedAfter: clock.limit.value - (clock.extended ?? 0),
  })
}

// The start of the first civil day on which few enough days are left (C701).
function yellowAtOf(context: ClockContext, clock: Clock<string>, due: Due): Instant | null {
  if (clock.yellowFrom === null) return null
  const startOn = effectiveDate(context, clock.startAt)
  let on = due.on
  let left = 0
  while (on > startOn && left + countOf(context, clock.limit, due, on) <= clock.yellowFrom) {
    left += countOf(context, clock.limit, due, on)
    on = addDays(on, -1)
  }
  return instantAt(on, '00:00' as PlainTime)
}

function countOf({ calendar }: ClockContext, { unit }: Limit, { spans }: Due, day: PlainDate): number {
  if (spans.some(({ from, to }) => from < day && day <= to)) return 0
  return unit === 'day' || isWorkingDay(calendar, day) ? 1 : 0
}
