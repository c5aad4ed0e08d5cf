import { addDays, addMonths, isPlainDate } from '@counter/shared/vocabulary/plain-date'
import { DIMENSIONS, type Dimension, REPORT_SPANS, type ReportSpan } from '@counter/shared/vocabulary/report'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** What the report is of. It stands in the address, so that a view can be kept and sent. */
export interface ReportFilters {
  readonly span: ReportSpan
  /** Any day of the span. */
  readonly day: PlainDate
  /** The one further table that is shown. */
  readonly by: Dimension
}

const USUAL_TABLE: Dimension = 'class'

/** Reads `?span=month&day=2026-06-12&by=line`; what it does not know is left out. */
export function filtersOf(query: string, today: PlainDate): ReportFilters {
  const given = new URLSearchParams(query)
  const day = given.get('day') ?? ''
  return {
    span: REPORT_SPANS.find((span) => span === given.get('span')) ?? 'day',
    day: isPlainDate(day) && day <= today ? day : today,
    by: DIMENSIONS.find((by) => by === given.get('by')) ?? USUAL_TABLE,
  }
}

/** The address of these filters; the usual values are not written. */
export function queryOf({ span, day, by }: ReportFilters, today: PlainDate): string {
  const query = new URLSearchParams()
  if (span !== 'day') query.set('span', span)
  if (day !== today) query.set('day', day)
  if (by !== USUAL_TABLE) query.set('by', by)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** A day of the span before (-1) or after (1), never after today. */
export function neighbour({ span, day }: ReportFilters, step: -1 | 1, today: PlainDate): PlainDate {
  const next = span === 'month' ? addMonths(day, step) : addDays(day, step * (span === 'week' ? 7 : 1))
  return next > today ? today : next
}
