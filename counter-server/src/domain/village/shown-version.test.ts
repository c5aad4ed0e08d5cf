import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { isStoppedAt, requireFreshVersion } from './shown-version.ts'

const day = (text: string) => text as PlainDate
const version = (effectiveFrom: string, publishedAt: string | null = null) => ({
  effectiveFrom: day(effectiveFrom),
  publishedAt: publishedAt as Instant | null,
})
const FIRST = version('2026-01-01')
const asked = (capturedOn: string, more: object = {}) => ({
  shown: FIRST,
  capturedOn: day(capturedOn),
  today: day('2026-08-01'),
  days: 30,
  ...more,
})

test('[V86] a version that was replaced at most 30 days before the capture counts, one day later no more', () => {
  const newer = [version('2026-06-01')]
  expect(() => requireFreshVersion([], asked('2026-07-31'))).not.toThrow()
  expect(() => requireFreshVersion(newer, asked('2026-07-01'))).not.toThrow()
  expect(() => requireFreshVersion(newer, asked('2026-07-02'))).toThrow('item.outdated')
})

test('[V86] counts from the first version after it, and from its publication where that was later', () => {
  const newer = [version('2026-07-20'), version('2026-06-01', '2026-06-10T02:00:00.000Z')]
  expect(() => requireFreshVersion(newer, asked('2026-07-10'))).not.toThrow()
  expect(() => requireFreshVersion(newer, asked('2026-07-11'))).toThrow('item.outdated')
})

test('[V86] a version that is not known, or that does not hold yet, is no guide that anybody was shown', () => {
  expect(() => requireFreshVersion([], asked('2026-07-31', { shown: undefined }))).toThrow('item.outdated')
  expect(() => requireFreshVersion([], asked('2026-07-31', { shown: version('2026-08-02') }))).toThrow(
    'item.outdated',
  )
})

describe('a stop', () => {
  const at = (text: string) => text as Instant
  // Eight in the morning of the tenth, in China.
  const announced = { version: 2, stoppedOn: day('2026-07-20'), stoppedAt: at('2026-07-10T00:00:00.000Z') }

  test.each([
    ['2026-07-19T15:59:59.999Z', false],
    ['2026-07-19T16:00:00.000Z', true],
  ])(
    '[V86, C108] that was announced holds from the first moment of its day: %s is %s',
    (moment, expected) => {
      expect(isStoppedAt([announced], 2, at(moment))).toBe(expected)
    },
  )

  test('[V86, C108] that was entered for the same day holds from its entry on', () => {
    const sudden = { ...announced, stoppedOn: day('2026-07-10') }
    expect(isStoppedAt([sudden], 2, at('2026-07-09T23:59:59.000Z'))).toBe(false)
    expect(isStoppedAt([sudden], 2, at('2026-07-10T00:00:00.000Z'))).toBe(true)
  })

  test('[V86, C108] ends the versions before it too, and none that was published after it', () => {
    const later = at('2026-08-01T00:00:00.000Z')
    expect([1, 2, 3].map((version) => isStoppedAt([announced], version, later))).toEqual([true, true, false])
  })
})
