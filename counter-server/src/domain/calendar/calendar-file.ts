import { isPlainDate, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import type { CalendarSource, CalendarVersion, DayOff, MakeupDay } from './calendar-version.ts'
import { indexYear } from './year-index.ts'

/** The sums a calendar file carries about itself; each that is given is compared (C602). */
export interface CalendarChecks {
  readonly workdays?: number
  readonly offDays?: number
  readonly statutoryDays?: number
  readonly makeupDays?: number
}

const STATUTORY_DAYS = 13

/**
 * Reads the text of a calendar file and checks it (C602).
 * Refusals: `calendar.invalid` with the line, `calendar.source_missing` for an official one without notice.
 */
export function parseCalendarFile(text: string): CalendarVersion {
  const file = jsonOf(text)
  const fail = (needle: string, problem: string): never => {
    throw new Refusal('calendar.invalid', { line: lineOf(text, needle), problem })
  }
  if (!isCalendarShape(file)) return fail('', '不是日历文件')
  const problem = calendarProblem(file)
  if (problem !== null) return fail(problem.at, problem.problem)
  requireSource(file)
  const { year, version, status, source, horizon, off, makeup } = file
  return {
    year,
    version,
    status,
    source,
    horizon,
    off: off.map(({ date, name, kind }) => ({ date, name, kind })),
    makeup: makeup.map(({ date, name }) => ({ date, name })),
  }
}

type CalendarFile = CalendarVersion & { readonly checks?: CalendarChecks }

export interface CalendarProblem {
  /** A text of the file near which the problem stands. */
  readonly at: string
  readonly problem: string
}

/** The first thing that is wrong with the days of a calendar, or with the sums it carries (C602). */
export function calendarProblem(file: CalendarFile): CalendarProblem | null {
  return problemOfDays(file) ?? problemOfSums(file)
}

/** An official calendar names number and date of its notice, else `calendar.source_missing` (C602). */
export function requireSource({ status, source }: Pick<CalendarVersion, 'status' | 'source'>): void {
  if (status === 'official' && !hasSource(source)) throw new Refusal('calendar.source_missing')
}

function problemOfDays({ year, off, makeup }: CalendarFile): CalendarProblem | null {
  const seen = new Set<string>()
  for (const { date } of [...off, ...makeup]) {
    if (!isPlainDate(date)) return { at: date, problem: `${date} 不是日期` }
    if (!belongsTo(date, year)) return { at: date, problem: `${date} 不在 ${year} 年` }
    if (seen.has(date)) return { at: `"${date}"`, problem: `${date} 出现两次` }
    seen.add(date)
  }
  const weekday = makeup.find(({ date }) => weekdayOf(date) % 6 !== 0)
  return weekday === undefined
    ? null
    : { at: weekday.date, problem: `${weekday.date} 不是周末，不能调休上班` }
}

// A notice may also name days of the December before (C606).
function belongsTo(date: PlainDate, year: number): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)
}

function problemOfSums(file: CalendarFile): CalendarProblem | null {
  const statutory = file.off.filter(({ kind }) => kind === 'statutory').length
  if (statutory !== STATUTORY_DAYS) {
    return { at: '"off"', problem: `法定节假日应为 ${STATUTORY_DAYS} 天，实为 ${statutory} 天` }
  }
  const sums = {
    workdays: workdaysOf(file),
    offDays: file.off.length,
    statutoryDays: statutory,
    makeupDays: file.makeup.length,
  }
  for (const [name, sum] of Object.entries(sums)) {
    const given = file.checks?.[name as keyof CalendarChecks]
    if (given !== undefined && given !== sum)
      return { at: '"checks"', problem: `${name} 应为 ${given}，实为 ${sum}` }
  }
  return null
}

function workdaysOf({ year, off, makeup }: CalendarFile): number {
  const named = (days: readonly { date: PlainDate; name: string }[]) =>
    new Map(days.map(({ date, name }) => [date, name]))
  return indexYear(year, { off: named(off), makeup: named(makeup), officialUntil: null }).working.length
}

function hasSource({ number, date }: CalendarSource): boolean {
  return number.trim() !== '' && isPlainDate(date)
}

function isCalendarShape(value: unknown): value is CalendarFile {
  if (!isRecord(value)) return false
  const { year, version, status, source, horizon, off, makeup } = value
  return (
    [year, version].every(Number.isInteger) &&
    (status === 'official' || status === 'provisional') &&
    hasTexts(source, ['title', 'number', 'issuer', 'date']) &&
    (horizon === null || (typeof horizon === 'string' && isPlainDate(horizon))) &&
    isListOf(off, isDayOff) &&
    isListOf(makeup, isMakeupDay)
  )
}

function isDayOff(value: unknown): value is DayOff {
  return isMakeupDay(value) && 'kind' in value && (value.kind === 'statutory' || value.kind === 'arranged')
}

function isMakeupDay(value: unknown): value is MakeupDay {
  return hasTexts(value, ['date', 'name'])
}

function isListOf(value: unknown, isOne: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne)
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => typeof value[name] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('calendar.invalid', { line: 1, problem: '不是 JSON' })
  }
}

// The last mention is the one to show: of a day that stands twice, the second is the mistake.
function lineOf(text: string, needle: string): number {
  return text.slice(0, Math.max(0, text.lastIndexOf(needle))).split('\n').length
}
