import { addDays, addMonths, instantAt, toMs, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import type { ReportSpan } from '@counter/shared/vocabulary/report'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'

/** The days of the span that holds a day: itself, Monday to Sunday, or its month (Q70). */
export function daysOfSpan(span: ReportSpan, day: PlainDate): PlainDate[] {
  const first = firstOf(span, day)
  const end = span === 'month' ? addMonths(first, 1) : addDays(first, span === 'week' ? 7 : 1)
  const days: PlainDate[] = []
  for (let each = first; each < end; each = addDays(each, 1)) days.push(each)
  return days
}

/** The midnight that ends a day, in ms; what was left open is closed by the next boot and lasted no longer than its day. */
export function endOfDay(day: PlainDate): number {
  return toMs(instantAt(addDays(day, 1), '00:00' as PlainTime))
}

function firstOf(span: ReportSpan, day: PlainDate): PlainDate {
  if (span === 'month') return `${day.slice(0, 8)}01` as PlainDate
  return span === 'week' ? addDays(day, -((weekdayOf(day) + 6) % 7)) : day
}
