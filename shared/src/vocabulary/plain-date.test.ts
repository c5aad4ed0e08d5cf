import { describe, expect, test } from 'vitest'
import { addMonths, civilDate } from './plain-date.ts'
import type { Instant, PlainDate } from './time.ts'

describe('months after a day', () => {
  test.each([
    ['2026-06-12', 6, '2026-12-12'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
  ])('[V9] from %s, %i months later is %s', (from, months, expected) => {
    expect(addMonths(from as PlainDate, months)).toBe(expected)
  })
})

describe('the civil day', () => {
  test.each([
    ['2026-06-12T00:00:00.000Z', '2026-06-12'],
    ['2026-06-12T15:59:59.999Z', '2026-06-12'],
    ['2026-06-12T16:00:00.000Z', '2026-06-13'],
    ['2027-12-31T23:30:00.000Z', '2028-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('[Q3] of %s at +08:00 is %s', (instant, expected) => {
    expect(civilDate(instant as Instant)).toBe(expected)
  })
})
