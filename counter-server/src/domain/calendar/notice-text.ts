import { addDays, isPlainDate, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import type { DayOff, MakeupDay } from './calendar-version.ts'
import { type NamedDay, readTableLine } from './notice-table.ts'

/** The days of a notice, each with the line it was read from. */
export interface NoticeDays {
  readonly off: readonly DayOff[]
  readonly makeup: readonly MakeupDay[]
  readonly lineOf: ReadonlyMap<string, number>
}

/** Which days of the year are days of the holiday itself: a notice does not say so, the law does. */
export interface NoticeYear {
  readonly year: number
  readonly statutory: ReadonlySet<PlainDate>
}

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] as const

/**
 * Reads the words of a holiday notice, as the State Council writes them, or a table of days with a line each (C602).
 * Lines that name no day are the notice's own frame and are passed over. Refuses `calendar.invalid` with the line.
 */
export function readNotice(text: string, of: NoticeYear): NoticeDays {
  const days: { day: NamedDay; line: number }[] = []
  let name = ''
  for (const [place, raw] of text.split(/\r?\n/).entries()) {
    const line = place + 1
    const read = readTableLine(raw, of.year) ?? readSentence(raw, of.year, name)
    if ('problem' in read) throw new Refusal('calendar.invalid', { line, problem: read.problem })
    days.push(...read.days.map((day) => ({ day, line })))
    name = read.name ?? name
  }
  if (days.length === 0) throw new Refusal('calendar.invalid', { line: 1, problem: '没有读到放假安排' })
  return sorted(days, of)
}

function sorted(read: readonly { day: NamedDay; line: number }[], of: NoticeYear): NoticeDays {
  const days = withLawMarked(read)
  const inOrder = days.toSorted((a, b) => (a.day.date < b.day.date ? -1 : 1))
  return {
    off: inOrder.flatMap(({ day: { date, name, kind } }) =>
      kind === 'makeup' ? [] : [{ date, name, kind: isStatutory(date, kind, of) ? 'statutory' : 'arranged' }],
    ),
    makeup: inOrder.flatMap(({ day: { date, name, kind } }) => (kind === 'makeup' ? [{ date, name }] : [])),
    lineOf: new Map(days.map(({ day, line }) => [day.date, line])),
  }
}

// A notice does not say which of its days the law names: a line of a table below it may (C602).
function withLawMarked(read: readonly { day: NamedDay; line: number }[]) {
  const off = new Set(read.flatMap(({ day }) => (day.kind === 'arranged' ? [day.date] : [])))
  const isMark = ({ date, kind }: NamedDay) => kind === 'statutory' && off.has(date)
  const marked = new Set(read.flatMap(({ day }) => (isMark(day) ? [day.date] : [])))
  return read.flatMap((each) => {
    if (isMark(each.day)) return []
    return marked.has(each.day.date)
      ? [{ ...each, day: { ...each.day, kind: 'statutory' as const } }]
      : [each]
  })
}

function isStatutory(date: PlainDate, kind: NamedDay['kind'], { year, statutory }: NoticeYear): boolean {
  if (kind === 'statutory') return true
  return statutory.has(date) || FIXED_HOLIDAYS.some((day) => date === `${year}-${day}`)
}

type Read =
  | { readonly days: readonly NamedDay[]; readonly name: string | null }
  | { readonly problem: string }

const NOTHING: Read = { days: [], name: null }
const TITLE = /^\s*(?:[一二三四五六七八九十]+、)?\s*([^：:，。\d]{2,12})[：:]/

// 「二、春节：2月15日（农历腊月二十八、周日）至23日放假调休，共9天。2月14日（周六）上班。」
function readSentence(raw: string, year: number, before: string): Read {
  const wrongDay = wrongWeekday(raw, year)
  if (wrongDay !== null) return { problem: wrongDay }
  const name = TITLE.exec(raw)?.[1]?.trim() ?? null
  const called = name ?? before
  const plain = raw.replace(/（[^）]*）|\([^)]*\)/g, '')
  const days: NamedDay[] = []
  for (const part of plain.split(/[。；;]/)) {
    const read = readPart(part, year, called)
    if ('problem' in read) return read
    days.push(...read.days)
  }
  return days.length === 0 ? NOTHING : { days, name }
}

function readPart(part: string, year: number, name: string): Read {
  const isOff = part.includes('放假')
  if (!isOff && !part.includes('上班')) return NOTHING
  const ranges = rangesOf(part, year)
  const dates = ranges.flatMap(({ from, to }) => datesBetween(from, to))
  if (dates.some((date) => !isPlainDate(date))) return { problem: '有不存在的日期' }
  const told = /共\s*(\d+)\s*天/.exec(part)?.[1]
  if (isOff && told !== undefined && Number(told) !== dates.length)
    return { problem: `写着共 ${told} 天，算出来 ${dates.length} 天` }
  const makeup = { kind: 'makeup', name: `${name}调休上班` } as const
  const off = { kind: 'arranged', name: name === '' ? '放假' : name } as const
  return { days: dates.map((date) => ({ date, ...(isOff ? off : makeup) })), name: null }
}

const RANGE =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:(?:至|到|—|-)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g

function rangesOf(part: string, year: number): { from: PlainDate; to: PlainDate }[] {
  return [...part.matchAll(RANGE)].map(([, ownYear, month, day, endYear, endMonth, endDay]) => {
    const startYear = Number(ownYear ?? year)
    const from = dateOf(startYear, month, day)
    if (endDay === undefined) return { from, to: from }
    const lastMonth = endMonth ?? month
    const turns = Number(lastMonth) < Number(month) ? 1 : 0
    return { from, to: dateOf(Number(endYear ?? startYear + turns), lastMonth, endDay) }
  })
}

function dateOf(year: number, month: string | undefined, day: string | undefined): PlainDate {
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` as PlainDate
}

const LONGEST_HOLIDAY = 31

function datesBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  if (!isPlainDate(from) || !isPlainDate(to)) return [from, to]
  const dates: PlainDate[] = []
  for (let date = from; date <= to && dates.length < LONGEST_HOLIDAY; date = addDays(date, 1))
    dates.push(date)
  return dates
}

const WEEKDAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日[（(]([^）)]*)[）)]/g
const WEEKDAYS = '日一二三四五六'

// A notice gives the weekday beside each day: a slip of the pen shows there (C602).
function wrongWeekday(raw: string, year: number): string | null {
  let lastMonth: string | undefined
  let lastYear = year
  for (const [, ownYear, month, day, inside] of raw.matchAll(WEEKDAY)) {
    lastMonth = month ?? lastMonth
    lastYear = Number(ownYear ?? lastYear)
    const said = /(?:周|星期)([日一二三四五六天])/.exec(inside ?? '')?.[1]?.replace('天', '日')
    const date = dateOf(lastYear, lastMonth, day)
    if (said === undefined || lastMonth === undefined || !isPlainDate(date)) continue
    const real = WEEKDAYS[weekdayOf(date)]
    if (real !== said) return `${date} 是周${real}，不是周${said}`
  }
  return null
}
