import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { requireFreshVersion } from './shown-version.ts'

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
