import { addDays, earlierOf, instantAt, laterOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import type { CaseCourse, Happening } from './case-course.ts'
import { percent, sum } from './summary.ts'

/** The days of a report, both included, and the moment it was made. */
export interface ReportPeriod {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly at: Instant
}

/** The figures of a group of cases in a period. What flows adds up over parts of the period; `open` and `overdue` stand at its end. */
export interface CaseFigures {
  readonly key: string
  readonly received: number
  readonly accepted: number
  readonly decided: number
  /** Ended without a decision. */
  readonly otherwise: number
  /** At the end of the period, or now: not yet decided and not ended. */
  readonly open: number
  readonly overdue: number
  readonly onSpot: number
  readonly onSpotShare: number | null
  readonly onTime: number
  readonly onTimeShare: number | null
  /** Working days used, of those decided that had a promise. */
  readonly daysN: number
  readonly daysMean: number | null
  readonly paused: number
  readonly thirdPartyDays: number
  readonly residentDays: number
  readonly converted: number
  readonly secondNotices: number
  readonly extended: number
}

/** The figures of some cases in a period (C202, C404, C707, C801). */
export function caseFigures(key: string, courses: readonly CaseCourse[], period: ReportPeriod): CaseFigures {
  const isWithin = (day: PlainDate | null) => day !== null && period.from <= day && day <= period.to
  const count = (is: (course: CaseCourse) => boolean) => courses.filter(is).length
  const daysWithin = (days: (course: CaseCourse) => readonly PlainDate[]) =>
    sum(courses.map((course) => days(course).filter(isWithin).length))
  const happened = (what: Happening) =>
    sum(
      courses.map(
        ({ happenings }) => happenings.filter((each) => each.what === what && isWithin(each.on)).length,
      ),
    )
  const decided = courses.flatMap((course) =>
    course.decided !== null && isWithin(course.decided.on) ? [course.decided] : [],
  )
  const days = decided.flatMap((each) => each.days ?? [])
  const onSpot = decided.filter((each) => each.isOnSpot).length
  const onTime = decided.filter((each) => each.isOnTime).length
  return {
    key,
    received: count(({ receivedOn }) => isWithin(receivedOn)),
    accepted: count(({ acceptedOn }) => isWithin(acceptedOn)),
    decided: decided.length,
    otherwise: count(({ endedOn }) => isWithin(endedOn)),
    open: count((course) => isOpenAfter(course, period.to)),
    overdue: count(({ overdue }) => isOverdueAfter(overdue, period)),
    onSpot,
    onSpotShare: percent(onSpot, decided.length),
    onTime,
    onTimeShare: percent(onTime, decided.length),
    daysN: days.length,
    daysMean: days.length === 0 ? null : Math.round((sum(days) / days.length) * 10) / 10,
    paused: happened('paused'),
    thirdPartyDays: daysWithin((course) => course.thirdPartyDays),
    residentDays: daysWithin((course) => course.residentDays),
    converted: happened('converted'),
    secondNotices: happened('second_notice'),
    extended: happened('extended'),
  }
}

/** What clerks did to promises in a period, by who did it (C202, C404). */
export interface ClerkFigures {
  readonly key: string
  readonly converted: number
  readonly secondNotices: number
  readonly extended: number
  readonly paused: number
}

/** One line per clerk who did any of it, in the order of their ids. */
export function clerkFigures(courses: readonly CaseCourse[], { from, to }: ReportPeriod): ClerkFigures[] {
  const done = courses
    .flatMap(({ happenings }) => happenings)
    .filter(({ on, by }) => from <= on && on <= to && by.startsWith(STAFF))
  return [...new Set(done.map(({ by }) => by))].toSorted().map((by) => {
    const own = (what: Happening) => done.filter((each) => each.by === by && each.what === what).length
    return {
      key: by.slice(STAFF.length),
      converted: own('converted'),
      secondNotices: own('second_notice'),
      extended: own('extended'),
      paused: own('paused'),
    }
  })
}

const STAFF = 'staff:'

/** The months that a period touches, each cut to the period. */
export function monthsOf({ from, to, at }: ReportPeriod): (ReportPeriod & { readonly month: string })[] {
  const months = []
  for (let first = from; first <= to; ) {
    const month = first.slice(0, 7)
    const last = earlierOf(lastOfMonth(first), to)
    months.push({ month, from: laterOf(first, from), to: last, at })
    first = addDays(last, 1)
  }
  return months
}

function lastOfMonth(day: PlainDate): PlainDate {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next as PlainDate, -1)
}

function isOpenAfter({ receivedOn, decided, endedOn }: CaseCourse, last: PlainDate): boolean {
  const doneOn = decided?.on ?? endedOn
  return receivedOn <= last && (doneOn === null || doneOn > last)
}

// An unfinished period ends now; the due instant itself is in time (C503).
function isOverdueAfter(overdue: CaseCourse['overdue'], { to, at }: ReportPeriod): boolean {
  if (overdue === null) return false
  const close = instantAt(addDays(to, 1), '00:00' as PlainTime)
  return overdue.from < (at < close ? at : close) && (overdue.until === null || overdue.until >= close)
}
