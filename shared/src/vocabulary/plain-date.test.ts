import { describe, expect, test } from 'vitest'
import { addMonths } from './plain-date.ts'
import type { PlainDate } from './time.ts'

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
