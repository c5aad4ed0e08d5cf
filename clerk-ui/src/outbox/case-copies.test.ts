import { expect, test } from 'vitest'
import { isFresh } from './case-copies.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const KEPT = Date.parse('2026-06-12T01:40:00.000Z')

test.each<[string, number, boolean]>([
  ['at once', 0, true],
  ['an hour before its day is over', DAY - HOUR, true],
  ['when its day is over', DAY, false],
  ['after a clock was set back behind its making', -HOUR, false],
])('[V42, V78] what a phone carries for a day is there %s: %s', (_, after, isThere) => {
  expect(isFresh({ keptAt: KEPT }, DAY, KEPT + after)).toBe(isThere)
})
