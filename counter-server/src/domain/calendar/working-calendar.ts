import { civilDate, daysBetween, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { CalendarVersion, OfficeHours, Session } from './calendar-version.ts'
import { type CalendarDay, indexYear, type YearIndex, type YearRules } from './year-index.ts'

/** All loaded calendars and office hours as one value. Only loaded data says what a working day is (C609). */
export interface WorkingCalendar {
  readonly versions: readonly CalendarVersion[]
  readonly officeHours: readonly OfficeHours[]
  /** By which notice a day is off or worked in exchange (C601). */
  readonly notices: ReadonlyMap<PlainDate, string>
  /** The ready year. Years are indexed when first asked for, so no horizon bounds a count. */
  readonly yearOf: (year: number) => YearIndex
}

const UNKNOWN_YEAR_OFF = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
] as const

/** Builds the calendar from versions in any order; of one year the highest version holds (C603). */
export function workingCalendar(
  versions: readonly CalendarVersion[],
  officeHours: readonly OfficeHours[],
): WorkingCalendar {
  const inForce = newestOfEachYear(versions)
  const hours = officeHours.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const ready = new Map<number, YearIndex>()
  const yearOf = (year: number): YearIndex => {
    const known = ready.get(year)
    if (known !== undefined) return known
    const made = indexYear(year, rulesOf(year, inForce))
    ready.set(year, made)
    return made
  }
  return { versions: inForce, officeHours: hours, notices: noticeOfEachDay(inForce), yearOf }
}

// As with the days themselves, the later version that names a day is the one that holds (C606).
function noticeOfEachDay(versions: readonly CalendarVersion[]): ReadonlyMap<PlainDate, string> {
  return new Map(
    versions.flatMap(({ off, makeup, source }) =>
      [...off, ...makeup].map(({ date }): [PlainDate, string] => [date, source.number]),
    ),
  )
}

function newestOfEachYear(versions: readonly CalendarVersion[]): readonly CalendarVersion[] {
  const byYear = new Map<number, CalendarVersion>()
  for (const version of versions) {
    const other = byYear.get(version.year)
    if (other === undefined || other.version < version.version) byYear.set(version.year, version)
  }
  return [...byYear.values()].toSorted((a, b) => a.year - b.year)
}

// A later notice may change December of the year before (C606), so each date follows the last version that names it.
function rulesOf(year: number, versions: readonly CalendarVersion[]): YearRules {
  const off = new Map<PlainDate, string>()
  const makeup = new Map<PlainDate, string>()
  const own = versions.find((version) => version.year === year)
  if (own === undefined)
    for (const [day, name] of UNKNOWN_YEAR_OFF) off.set(`${year}-${day}` as PlainDate, name)
  for (const version of versions.filter((each) => each.year === year || each.year === year + 1)) {
    for (const day of version.off) {
      off.set(day.date, day.name)
      makeup.delete(day.date)
    }
    for (const day of version.makeup) makeup.set(day.date, day.name)
  }
  const officialUntil = own?.status === 'official' ? (own.horizon ?? (`${year}-12-31` as PlainDate)) : null
  return { off, makeup, officialUntil }
}

/** What the calendar knows of a day and why (C504, C519). */
export function calendarDay(calendar: WorkingCalendar, date: PlainDate): CalendarDay {
  const year = yearNumber(date)
  const day = calendar.yearOf(year).days[daysBetween(`${year}-01-01` as PlainDate, date)]
  if (day === undefined) throw new RangeError(`not a day of the calendar: ${date}`)
  return day
}

/** The days from `from` to `to`, both included, in order; empty when `to` is before `from`. */
export function calendarDays(
  calendar: WorkingCalendar,
  from: PlainDate,
  to: PlainDate,
): readonly CalendarDay[] {
  const days: CalendarDay[] = []
  for (let year = yearNumber(from); year <= yearNumber(to); year += 1) {
    const january = `${year}-01-01` as PlainDate
    const start = Math.max(0, daysBetween(january, from))
    days.push(...calendar.yearOf(year).days.slice(start, Math.max(0, daysBetween(january, to) + 1)))
  }
  return days
}

/** True on a make-up day and on Monday to Friday not off (C504). */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return calendarDay(calendar, date).isWorking
}

/** True when no official calendar covers the day (C519). */
export function isProvisional(calendar: WorkingCalendar, date: PlainDate): boolean {
  return calendarDay(calendar, date).isProvisional
}

/** The first working day after `date`, never `date` itself (C502). */
export function nextWorkingDay(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return addWorkingDays(calendar, date, 1)
}

/** `date` when it is a working day, else the next one (C507). */
export function workingDayFrom(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1)
}

/** `date` when it is a working day, else the one before (C507). */
export function workingDayUntil(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1)
}

/** Working day number `count` after `date`, which is day 0; 0 gives `date` itself; negative counts back (C502). */
export function addWorkingDays(calendar: WorkingCalendar, date: PlainDate, count: number): PlainDate {
  if (count === 0) return date
  const { ordinal, isWorking } = calendarDay(calendar, date)
  // Counting back, the day before `date` is number -1 whether or not `date` itself works.
  let place = count > 0 ? ordinal + count - 1 : ordinal + count - (isWorking ? 1 : 0)
  let year = yearNumber(date)
  while (place >= calendar.yearOf(year).working.length) {
    place -= calendar.yearOf(year).working.length
    year += 1
  }
  while (place < 0) {
    year -= 1
    place += calendar.yearOf(year).working.length
  }
  return calendar.yearOf(year).working[place] ?? date
}

/** Working days d with from < d <= to; 0 when `to` is not after `from` (C508). */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  if (to <= from) return 0
  let count = calendarDay(calendar, to).ordinal - calendarDay(calendar, from).ordinal
  for (let year = yearNumber(from); year < yearNumber(to); year += 1) {
    count += calendar.yearOf(year).working.length
  }
  return count
}

/** The numbers of the notices that named the days off and the make-up days of these runs, in order (C601). */
export function noticesOf(
  { notices }: WorkingCalendar,
  runs: readonly { readonly from: PlainDate; readonly reason: string }[],
): readonly string[] {
  const numbers: string[] = []
  for (const { reason, from } of runs) {
    const number = reason === 'holiday' || reason === 'makeup' ? notices.get(from) : undefined
    if (number !== undefined && !numbers.includes(number)) numbers.push(number)
  }
  return numbers
}

/** The working days of a year, the checksum of a loaded calendar (C601). */
export function workingDaysOfYear(calendar: WorkingCalendar, year: number): number {
  return calendar.yearOf(year).working.length
}

/** The sessions in force on a day; before the first known hours, those (C609). */
export function sessionsOn(calendar: WorkingCalendar, date: PlainDate): readonly Session[] {
  const hours = calendar.officeHours.findLast((each) => each.from <= date) ?? calendar.officeHours[0]
  if (hours === undefined || hours.sessions.length === 0) throw new RangeError('no office hours are loaded')
  return hours.sessions
}

/** The last instant of a day that is still in time: the end of its last session by its own hours (C503, C609). */
export function closingOf(calendar: WorkingCalendar, date: PlainDate): Instant {
  const [, end] = sessionsOn(calendar, date).at(-1) ?? ['', '24:00']
  return instantAt(date, end as Session[1])
}

/** The working day an entry counts on: its own, or the next one after closing and on a day off (C506). */
export function countedDate(calendar: WorkingCalendar, at: Instant): PlainDate {
  const date = civilDate(at)
  if (!isWorkingDay(calendar, date)) return nextWorkingDay(calendar, date)
  return at > closingOf(calendar, date) ? nextWorkingDay(calendar, date) : date
}

function yearNumber(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
