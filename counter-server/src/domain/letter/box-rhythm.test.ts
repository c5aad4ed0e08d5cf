import { expect, test } from 'vitest'
import { CALENDAR, day } from '../../../test/case-fixture.ts'
import { bookReadingDueOn, boxOpeningDueOn } from './box-rhythm.ts'

test.each([
  // Friday 12 June 2026 and seven days later, a Friday that is 端午 of 2026: the Thursday before.
  ['2026-06-12', 7, '2026-06-18'],
  // Monday to Monday.
  ['2026-06-22', 7, '2026-06-29'],
  // A rhythm of one day from a Friday would be Saturday, and the working day before it is the opening itself.
  ['2026-06-26', 1, '2026-06-27'],
])('[C1301] the box opened on %s is opened again after %s days by %s', (last, every, due) => {
  expect(boxOpeningDueOn(CALENDAR, day(last), every)).toBe(due)
})

test('[C1301] a box that was never opened has no day to wait for', () => {
  expect(boxOpeningDueOn(CALENDAR, null, 7)).toBeNull()
})

test.each([
  // Friday to Monday; before the Dragon Boat festival of 19 June 2026 to the Monday after it; never read: at once.
  ['2026-06-12', '2026-06-15'],
  ['2026-06-18', '2026-06-22'],
  ['2026-06-13', '2026-06-15'],
])('[C1301] the book read on %s is read again on %s', (last, next) => {
  expect(bookReadingDueOn(CALENDAR, day(last))).toBe(next)
})

test('[C1301] a book that was never read is read at once', () => {
  expect(bookReadingDueOn(CALENDAR, null)).toBeNull()
})
