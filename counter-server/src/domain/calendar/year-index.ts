import type { SegmentReason } from '@counter/shared/vocabulary/case'
import { addDays, daysBetween, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** What a calendar knows of one day, and why. */
export interface CalendarDay {
  readonly date: PlainDate
  readonly isWorking: boolean
  /** True when no official calendar covers the day (C519). */
  readonly isProvisional: boolean
  readonly reason: Extract<SegmentReason, 'counted' | 'makeup' | 'weekend' | 'holiday' | 'unpublished'>
  readonly name: string | null
  /** Working days of the year up to and including this day. */
  readonly ordinal: number
}

/** One year made ready for counting: a sum per day, so no question walks through the year. */
export interface YearIndex {
  readonly days: readonly CalendarDay[]
  readonly working: readonly PlainDate[]
}

/** What is off, what is worked in exchange, and from where on nothing official is known. */
export interface YearRules {
  readonly off: ReadonlyMap<PlainDate, string>
  readonly makeup: ReadonlyMap<PlainDate, string>
  /** The last official day of the year, or null when the whole year is provisional. */
  readonly officialUntil: PlainDate | null
}

/** Indexes a year by C504: a make-up day works, else Monday to Friday when it is not off. */
export function indexYear(year: number, rules: YearRules): YearIndex {
  const first = `${year}-01-01` as PlainDate
  const length = daysBetween(first, `${year + 1}-01-01` as PlainDate)
  const days: CalendarDay[] = []
  const working: PlainDate[] = []
  for (let place = 0; place < length; place += 1) {
    const date = addDays(first, place)
    const kind = kindOf(date, rules)
    if (kind.isWorking) working.push(date)
    days.push({ date, ...kind, ordinal: working.length })
  }
  return { days, working }
}

function kindOf(date: PlainDate, rules: YearRules): Omit<CalendarDay, 'date' | 'ordinal'> {
  const isProvisional = rules.officialUntil === null || date > rules.officialUntil
  const makeup = rules.makeup.get(date)
  if (makeup !== undefined) return { isWorking: true, isProvisional, reason: 'makeup', name: makeup }
  const holiday = rules.off.get(date)
  if (holiday !== undefined) return { isWorking: false, isProvisional, reason: 'holiday', name: holiday }
  if (weekdayOf(date) % 6 === 0) return { isWorking: false, isProvisional, reason: 'weekend', name: null }
  return { isWorking: true, isProvisional, reason: isProvisional ? 'unpublished' : 'counted', name: null }
}
