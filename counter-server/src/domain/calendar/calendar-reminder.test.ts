import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { CALENDAR } from '../../../test/case-fixture.ts'
import { missingCalendar } from './calendar-reminder.ts'

// 2025 and 2026 are official, 2027 holds its statutory days only.
test.each([
  ['2026-10-31', null],
  ['2026-11-01', { year: 2027, level: 'reminder' }],
  ['2026-12-14', { year: 2027, level: 'reminder' }],
  ['2026-12-15', { year: 2027, level: 'error' }],
  ['2025-12-31', null],
  ['2027-01-01', { year: 2027, level: 'error' }],
])('[C608] on %s next year’s missing calendar is %j', (today, missing) => {
  expect(missingCalendar(CALENDAR.versions, today as PlainDate)).toEqual(missing)
})
