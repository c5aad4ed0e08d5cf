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
}

/** 「怎么算的」: every day from the start to the due day (or, overdue, to `asOf`) in runs; a run never crosses `asOf` (U9). */
export function segmentsOf(calendar: WorkingCalendar, term: CountedTerm): readonly Segment[] {
  const last = laterOf(term.asOfOn, term.dueOn)
  const runs: Segment[] = []
  for (const day of calendarDays(calendar, term.startOn, last)) {
    const next = segmentOf(day, term)
    const run = runs.at(-1)
    if (run !== undefined && isSameRun(run, next) && run.to !== term.asOfOn && run.to !== term.dueOn) {
      runs[runs.length - 1] = { ...run, to: next.to, counted: run.counted + next.counted }
    } else {
      runs.push(next)
    }
  }
  return runs
}

function segmentOf(day: CalendarDay, term: CountedTerm): Segment {
  const run = { from: day.date, to: day.date, name: day.name, counted: 0, eventId: null }
  if (day.date <= term.after) {
    return { ...run, reason: 'start', chargedTo: 'nobody', eventId: term.startEventId }
  }
  if (term.unit === 'workday' && !day.isWorking) return { ...run, reason: day.reason, chargedTo: 'nobody' }
  const span = term.spans.find(({ from, to }) => from < day.date && day.date <= to)
  if (span !== undefined) return { ...run, reason: 'paused', chargedTo: 'third_party', eventId: span.eventId }
  const reason = term.unit === 'day' ? 'counted' : day.reason
  return { ...run, reason, counted: 1, chargedTo: term.chargedTo }
}

function isSameRun(a: Segment, b: Segment): boolean {
  return a.reason === b.reason && a.name === b.name && a.eventId === b.eventId && a.chargedTo === b.chargedTo
}
