import { JUDGED_BY, type JudgedBy, MOST_REPORT_DAYS } from '@counter/shared/vocabulary/case-report'
import { addDays, addMonths, daysBetween, isPlainDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** How long a report of cases reaches: calendar months, quarters and years, or two days of one's own. */
export const CASE_SPANS = ['month', 'quarter', 'year', 'free'] as const
export type CaseSpan = (typeof CASE_SPANS)[number]

/** By what the chosen table tells the cases apart. */
export const CASE_GROUPS = ['unit', 'village', 'item', 'channel'] as const
export type CaseGroup = (typeof CASE_GROUPS)[number]

/** What the report of cases is of. It stands in the address, so that a view can be kept and sent. */
export interface CaseReportFilters {
  readonly span: CaseSpan
  readonly from: PlainDate
  readonly to: PlainDate
  readonly by: CaseGroup
  readonly judged: JudgedBy
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** Reads `?span=quarter&from=2026-04-01&by=village&judged=today`; a free time has `to` as well. What it does not know is left out. */
export function filtersOf(query: string, today: PlainDate): CaseReportFilters {
  const given = new URLSearchParams(query)
  const span = CASE_SPANS.find((each) => each === given.get('span')) ?? 'month'
  const day = given.get('from') ?? ''
  const from = isPlainDate(day) && day <= today ? day : today
  return {
    ...periodOf(span, from, given.get('to') ?? ''),
    span,
    by: CASE_GROUPS.find((each) => each === given.get('by')) ?? 'unit',
    judged: JUDGED_BY.find((each) => each === given.get('judged')) ?? 'own_time',
  }
}

/** The address of these filters; the usual values are not written. */
export function queryOf({ span, from, to, by, judged }: CaseReportFilters, today: PlainDate): string {
  const query = new URLSearchParams()
  if (span !== 'month') query.set('span', span)
  if (span === 'free' || from !== firstOf(span, today)) query.set('from', from)
  if (span === 'free') query.set('to', to)
  if (by !== 'unit') query.set('by', by)
  if (judged !== 'own_time') query.set('judged', judged)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The same filters over another span that holds the same day; a free time keeps its days. */
export function withSpan(filters: CaseReportFilters, span: CaseSpan): CaseReportFilters {
  return { ...filters, ...(span === 'free' ? {} : periodOf(span, filters.from, '')), span }
}

/** The span before (-1) or after (1); null for a free time and for what has not begun. */
export function neighbour(
  { span, from }: CaseReportFilters,
  step: -1 | 1,
  today: PlainDate,
): PlainDate | null {
  if (span === 'free') return null
  const next = addMonths(firstOf(span, from), step * MONTHS[span])
  return next > today ? null : next
}

function periodOf(span: CaseSpan, from: PlainDate, to: string): Pick<CaseReportFilters, 'from' | 'to'> {
  if (span === 'free') return { from, to: isPlainDate(to) ? within(from, to) : from }
  const first = firstOf(span, from)
  return { from: first, to: addDays(addMonths(first, MONTHS[span]), -1) }
}

// A last day before the first, or years after it, is moved to where a report can be made.
function within(from: PlainDate, to: PlainDate): PlainDate {
  if (to < from) return from
  return daysBetween(from, to) < MOST_REPORT_DAYS ? to : addDays(from, MOST_REPORT_DAYS - 1)
}

function firstOf(span: Exclude<CaseSpan, 'free'>, day: PlainDate): PlainDate {
  const length = MONTHS[span]
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length + 1
  return `${day.slice(0, 5)}${String(month).padStart(2, '0')}-01` as PlainDate
}
