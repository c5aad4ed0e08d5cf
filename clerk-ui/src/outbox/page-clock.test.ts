import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { centreTime, timeOf } from './page-clock.ts'

const [AT, WALL] = ['2026-06-12T01:40:00.000Z', '2026-06-12T03:40:00.000Z'] as Instant[] as [Instant, Instant]
const page = { id: 'this', now: () => 700 }

test('[V29, V77] a capture tells the steady clock of its page, and that of the sample only of the same page', () => {
  const heard = { at: AT, wall: WALL, mono: 100, pageId: 'this' }
  expect(timeOf(page, WALL, heard)).toEqual({
    capturedAt: WALL,
    pageId: 'this',
    monoMs: 700,
    lastServer: { at: AT, wall: WALL, mono: 100 },
  })
  expect(timeOf(page, WALL, { ...heard, pageId: 'before' }).lastServer).toEqual({ at: AT, wall: WALL })
  // A sample that a page of before the update has kept has no steady clock.
  expect(timeOf(page, WALL, { at: AT, wall: WALL }).lastServer).toEqual({ at: AT, wall: WALL })
  expect(timeOf(page, WALL, null).lastServer).toBeNull()
})

test('[V61, V78] what a phone knows of the centre’s time does not follow its own clock, however that is set', () => {
  const lastServer = { at: AT, wall: WALL, mono: 100 }
  // Two hours ahead as it was when the centre was heard, 600 ms ago by the page.
  const set = '2029-06-12T03:40:00.000Z' as Instant
  expect(centreTime({ capturedAt: set, monoMs: 700, lastServer })).toBe('2026-06-12T01:40:00.600Z')
  // Of a page of before only the phone's clock tells what has passed since.
  const before = { at: AT, wall: WALL }
  const later = '2026-06-12T04:40:00.000Z' as Instant
  expect(centreTime({ capturedAt: later, monoMs: 700, lastServer: before })).toBe('2026-06-12T02:40:00.000Z')
  expect(centreTime({ capturedAt: '2023-06-12T03:40:00.000Z' as Instant, lastServer: before })).toBe(AT)
  expect(centreTime({ capturedAt: set, monoMs: 700, lastServer: null })).toBe(set)
})
