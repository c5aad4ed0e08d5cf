import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { isSpoken } from './protocol.ts'

test.each([
  [2, '2030-01-01', true],
  // 180 days after 27 November 2026.
  [1, '2027-05-26', true],
  [1, '2027-05-27', false],
  [0, '2026-11-27', false],
])('[V58] protocol %i on %s is spoken: %s', (protocol, today, isIt) => {
  expect(isSpoken(protocol, today as PlainDate, 180)).toBe(isIt)
})
