import type { WorkingCalendar } from '../../counter-server/src/domain/calendar/working-calendar.ts'
import type { Pause } from '../../counter-server/src/domain/case/case-state.ts'
import { readClock, yellowFromOf } from '../../counter-server/src/domain/case/clock.ts'
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from '../../counter-server/src/domain/case/settings.ts'
import type { ClockReading, Limit } from '../../shared/src/vocabulary/clock.ts'
import { addDays, instantAt, instantOf } from '../../shared/src/vocabulary/plain-date.ts'
import type { Instant, PlainDate, PlainTime } from '../../shared/src/vocabulary/time.ts'

/** One plain clock in working days, read at a moment. */
export interface PlainTerm {
  readonly startAt: Instant
  readonly workdays: number
  readonly pauses?: readonly Pause[]
  readonly asOf?: Instant
  readonly afterHours?: ClockSettings['afterHours']
}

/** Reads a committed clock through the product's own function. */
export function readTerm(calendar: WorkingCalendar, term: PlainTerm): ClockReading {
  const settings = { ...DEFAULT_CLOCK_SETTINGS, ...(term.afterHours && { afterHours: term.afterHours }) }
  const limit: Limit = { value: term.workdays, unit: 'workday' }
  return readClock(
    { calendar, settings },
    {
      kind: 'committed',
      startAt: term.startAt,
      startEventId: null,
      limit,
      offDay: 'target',
      pauses: term.pauses ?? [],
      endedAt: null,
      yellowFrom: yellowFromOf(settings, limit),
      chargedTo: 'unit',
    },
    term.asOf ?? term.startAt,
  )
}

/** The days of a reading with one reason, written out: the counted ones, or the paused ones. */
export function daysOfReading(reading: ClockReading, which: 'counted' | 'paused'): readonly PlainDate[] {
  const chosen = reading.segments.filter((segment) =>
    which === 'paused' ? segment.reason === 'paused' : segment.counted > 0,
  )
  return chosen.flatMap(({ from, to }) => daysFrom(from, to))
}

/** The instant of a text with any offset. */
export function instantFrom(text: string): Instant {
  return instantOf(Date.parse(text))
}

/** Mid-morning of a day, for facts that give only a date. */
export function morningOf(date: string): Instant {
  return instantAt(date as PlainDate, '10:00' as PlainTime)
}

function daysFrom(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  return from > to ? [] : [from, ...daysFrom(addDays(from, 1), to)]
}
