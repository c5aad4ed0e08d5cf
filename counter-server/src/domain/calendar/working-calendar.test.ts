import { readFileSync } from 'node:fs'
import { addDays } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCalendarFile } from './calendar-file.ts'
import type { CalendarVersion, OfficeHours } from './calendar-version.ts'
import {
  addWorkingDays,
  calendarDay,
  calendarDays,
  closingOf,
  countedDate,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  workingCalendar,
  workingDaysBetween,
  workingDaysOfYear,
} from './working-calendar.ts'

const day = (text: string) => text as PlainDate
const at = (text: string) => text as Instant
const time = (text: string) => text as PlainTime
const versions = [2025, 2026, 2027].map((year) =>
  parseCalendarFile(
    readFileSync(new URL(`../../../../shared/data/calendar-${year}.json`, import.meta.url), 'utf8'),
  ),
)
const HALL: OfficeHours = {
  from: day('2025-01-01'),
  sessions: [
    [time('08:30'), time('12:00')],
    [time('14:00'), time('17:30')],
  ],
}
const calendar = workingCalendar(versions, [HALL])

describe('a working calendar', () => {
  test.each([
    ['2026-09-20', true, 'makeup', '国庆节调休上班'],
    ['2026-10-01', false, 'holiday', '国庆节'],
    ['2026-09-19', false, 'weekend', null],
    ['2026-09-21', true, 'counted', null],
    ['2027-01-04', true, 'unpublished', null],
    ['2027-02-05', false, 'holiday', '春节（除夕至正月初三）'],
  ])('[C504] %s works: %s, because of %s %s', (date, isWorking, reason, name) => {
    expect(calendarDay(calendar, day(date))).toMatchObject({ isWorking, reason, name })
  })

  test.each([
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-20', 1, '2026-09-21'],
    ['2026-12-04', 20, '2027-01-04'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-04', -1, '2026-09-30'],
    ['2026-01-04', -1, '2025-12-31'],
    ['2026-10-04', 0, '2026-10-04'],
  ])('[C502] from %s, working day number %i is %s', (from, count, expected) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(expected)
  })

  test.each([
    ['2026-09-30', '2026-10-13', 5],
    ['2026-09-30', '2026-09-30', 0],
    ['2026-10-13', '2026-09-30', 0],
    ['2025-12-31', '2026-12-31', 248],
  ])('[C508] after %s up to and including %s there are %i working days', (from, to, count) => {
    expect(workingDaysBetween(calendar, day(from), day(to))).toBe(count)
  })

  test('[C601] 2025 and 2026 have 248 working days each', () => {
    expect([2025, 2026].map((year) => workingDaysOfYear(calendar, year))).toEqual([248, 248])
  })

  test('[C519] a year without a file counts Monday to Friday less six statutory days, provisionally', () => {
    // 2030 begins on a Tuesday: 261 weekdays, less 1/1, 5/1, 5/2 and 10/1 to 10/3, all on weekdays.
    expect(workingDaysOfYear(calendar, 2030)).toBe(255)
    expect(isWorkingDay(calendar, day('2030-05-02'))).toBe(false)
    expect(isProvisional(calendar, day('2030-06-03'))).toBe(true)
    expect(isProvisional(calendar, day('2026-12-31'))).toBe(false)
    expect(isProvisional(calendar, day('2027-01-01'))).toBe(true)
  })

  test('[C603] of one year the highest version holds, in whatever order they are given', () => {
    const second = { ...official2026(), version: 2, makeup: [] }
    const corrected = workingCalendar([second, ...versions], [HALL])
    expect(isWorkingDay(corrected, day('2026-09-20'))).toBe(false)
  })

  test('[C606] a notice may make a day of the December before a day off or a working day', () => {
    const notice: CalendarVersion = {
      ...official2026(),
      year: 2027,
      version: 2,
      off: [{ date: day('2026-12-31'), name: '元旦', kind: 'arranged' }],
      makeup: [{ date: day('2026-12-26'), name: '元旦调休上班' }],
    }
    const later = workingCalendar([...versions, notice], [HALL])
    expect(nextWorkingDay(later, day('2026-12-25'))).toBe('2026-12-26')
    expect(isWorkingDay(later, day('2026-12-31'))).toBe(false)
  })

  test('[C609] a day closes by the hours in force on that day', () => {
    const summer: OfficeHours = { from: day('2026-07-01'), sessions: [[time('08:00'), time('18:00')]] }
    const changed = workingCalendar(versions, [summer, HALL])
    expect(closingOf(changed, day('2026-06-30'))).toBe('2026-06-30T09:30:00.000Z')
    expect(closingOf(changed, day('2026-07-01'))).toBe('2026-07-01T10:00:00.000Z')
  })

  test.each([
    ['2026-09-30T09:30:00.000Z', '2026-09-30', 'at the closing instant'],
    ['2026-09-30T09:30:00.001Z', '2026-10-08', 'a millisecond after closing'],
    ['2026-09-29T23:00:00.000Z', '2026-09-30', 'before opening'],
    ['2026-09-30T05:00:00.000Z', '2026-09-30', 'at lunch'],
    ['2026-10-04T12:00:00.000Z', '2026-10-08', 'on a day off'],
  ])('[C506] an entry at %s counts on %s: %s', (instant, date) => {
    expect(countedDate(calendar, at(instant))).toBe(date)
  })

  test.each([
    ['received Wed 09-30, one day to hand up', '2026-09-30', 1, '2026-10-08'],
    ['received Fri 09-18, one day to hand up', '2026-09-18', 1, '2026-09-20'],
    ['notice Thu 06-18, one day to relay', '2026-06-18', 1, '2026-06-22'],
    ['result 09-18, two days to deliver', '2026-09-18', 2, '2026-09-21'],
    ['result Fri 02-13, two days to deliver', '2026-02-13', 2, '2026-02-24'],
    ['delivered 09-30, five days to follow up', '2026-09-30', 5, '2026-10-13'],
  ])('[V24] %s: from %s, %i wd is %s', (_what, from, count, due) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(due)
  })

  const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2024-06-01'), days))

  test('[C508] counting by sums equals looking at each day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 400 }), (from, length) => {
        const to = addDays(from, length)
        const oneByOne = calendarDays(calendar, addDays(from, 1), to).filter(({ isWorking }) => isWorking)
        expect(workingDaysBetween(calendar, from, to)).toBe(oneByOne.length)
      }),
    )
  })

  test('[C502] working day number n has n working days up to it, and counting back returns', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 300 }), (from, count) => {
        const due = addWorkingDays(calendar, from, count)
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(workingDaysBetween(calendar, from, due)).toBe(count)
        expect(addWorkingDays(calendar, due, 1 - count)).toBe(addWorkingDays(calendar, from, 1))
      }),
    )
  })
})

function official2026(): CalendarVersion {
  const found = versions.find(({ year }) => year === 2026)
  if (found === undefined) throw new Error('no calendar of 2026')
  return found
}
