import { Refusal } from '../refusal.ts'
import { calendarProblem, requireSource } from './calendar-file.ts'
import type { CalendarSource, CalendarVersion } from './calendar-version.ts'
import { type NoticeDays, type NoticeYear, readNotice } from './notice-text.ts'

/** What an administrator brings in: the notice's words or table, or the days known before it, and where they come from. */
export interface NoticeEntry extends NoticeYear {
  readonly version: number
  readonly status: CalendarVersion['status']
  readonly text: string
  readonly source: CalendarSource
}

/**
 * The next version of a year from its notice, or by hand before there is one: then it stays provisional, and with it every
 * date in the year (C519, C602). Refuses `calendar.source_missing`, and `calendar.invalid` with the line of the day that is
 * wrong.
 */
export function readCalendar({ text, version, status, source, ...of }: NoticeEntry): CalendarVersion {
  const days = readNotice(text, of)
  const { off, makeup } = days
  const calendar = { year: of.year, version, status, source, horizon: null, off, makeup }
  requireSource(calendar)
  const problem = calendarProblem(calendar)
  if (problem === null) return calendar
  throw new Refusal('calendar.invalid', { line: lineOf(days, problem.at), problem: problem.problem })
}

function lineOf({ lineOf }: NoticeDays, at: string): number {
  return lineOf.get(at.replaceAll('"', '')) ?? 1
}
