import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { isMuted } from './mute.ts'

// Hours of the hall are eight later than UTC.
test.each([
  ['03:59', false],
  ['04:00', true],
  ['05:59', true],
  ['06:00', false],
])('[U27] the voice rests from 12:00 to 14:00; at %s UTC that is %s', (utc, rests) => {
  expect(isMuted({ from: '12:00', until: '14:00' }, `2026-06-12T${utc}:00.000Z` as Instant)).toBe(rests)
})

test('[U27] a rest may go over midnight, and one without length is none', () => {
  const night = { from: '22:00', until: '06:00' }
  expect(isMuted(night, '2026-06-12T15:00:00.000Z' as Instant)).toBe(true)
  expect(isMuted(night, '2026-06-12T04:00:00.000Z' as Instant)).toBe(false)
  expect(isMuted({ from: '12:00', until: '12:00' }, '2026-06-12T04:00:00.000Z' as Instant)).toBe(false)
  expect(isMuted(null, '2026-06-12T04:00:00.000Z' as Instant)).toBe(false)
})
