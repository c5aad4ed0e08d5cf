import type { ChargedTo } from '@counter/shared/vocabulary/case'
import type { Limit, Segment } from '@counter/shared/vocabulary/clock'
import { laterOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { calendarDays, type WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CalendarDay } from '../calendar/year-index.ts'
import type { PausedSpan } from './due.ts'

/** What the explanation of a count is made from. */
export interface CountedTerm {
  readonly unit: Limit['unit']
  readonly startOn: PlainDate
  /** The first day that may count; the start day itself only under the rule `same-day` (C502). */
  readonly after: PlainDate
  readonly startEventId: string | null
  readonly dueOn: PlainDate
  readonly asOfOn: PlainDate
  readonly spans: readonly PausedSpan[]
  readonly chargedTo: ChargedTo
  /** Days that count after so many belong to the extension (C513). */
  readonly extendedAfter: number
}

/** 「怎么算的」: every day from the start to the due day (or, overdue, to `asOf`) in runs; a run never crosses `asOf` (U9). */
export function segmentsOf(calendar: WorkingCalendar, term: CountedTerm): readonly Segment[] {
  const runs: Run[] = []
  let counted = 0
  for (const day of calendarDays(calendar, term.startOn, laterOf(term.asOfOn, term.dueOn))) {
    const next = runOf(day, term)
    if (next.reason === 'counted' && counted >= term.extendedAfter && day.date <= term.dueOn)
      next.reason = 'extended'
    counted += next.counted
    const run = runs.at(-1)
    if (run !== undefined && isSameRun(run, next) && run.to !== term.asOfOn && run.to !== term.dueOn) {
      run.to = next.to
      run.counted += next.counted
    } else {
      runs.push(next)
    }
  }
  return runs
}

// A board reads hundreds of clocks of dozens of days each, so a run grows in place and a day is built without copies.
type Run = { -readonly [Field in keyof Segment]: Segment[Field] }

function runOf(day: CalendarDay, term: CountedTerm): Run {
  const run: Run = {
    from: day.date,
    to: day.date,
    reason: day.reason,
    name: day.name,
    counted: 0,
    chargedTo: 'nobody',
    eventId: null,
  }
  if (day.date <= term.after) {
    run.reason = 'start'
    run.eventId = term.startEventId
    return run
  }
  if (term.unit === 'workday' && !day.isWorking) return run
  const span = term.spans.find(({ from, to }) => from < day.date && day.date <= to)
  if (span !== undefined) {
    run.reason = 'paused'
    run.name = span.reason
    run.chargedTo = span.chargedTo
    run.eventId = span.eventId
    return run
  }
  if (term.unit === 'day') run.reason = 'counted'
  run.counted = 1
  run.chargedTo = term.chargedTo
  return run
}

function isSameRun(a: Segment, b: Segment): boolean {
  return a.reason === b.reason && a.name === b.name && a.eventId === b.eventId && a.chargedTo === b.chargedTo
}
