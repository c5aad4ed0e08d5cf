import type { Announcement, HallState, HallWindow } from '@counter/shared/contract/hall'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { isStanding } from './standing-call.ts'

const at = '2026-06-12T01:40:00.000Z' as Instant
const call: Announcement = {
  seq: 7,
  kind: 'call',
  number: '综 012',
  tag: null,
  window: 2,
  callNo: 1,
  at,
  clips: [],
  isSpoken: false,
}
const called: HallWindow['current'] = {
  number: '综 012',
  tag: null,
  callNo: 1,
  calledAt: at,
  isServing: false,
}

function hall(current: HallWindow['current'], announcements = [call]): HallState {
  const figures = {
    waiting: 0,
    openWindows: 1,
    low: null,
    high: null,
    next: [],
    missed: [],
    lastCalls: [],
    intake: 'open',
    late: { topics: [] as never[], isStopped: true },
  } as const
  const windows: HallWindow[] = [{ window: 2, state: 'open', until: null, current }]
  return {
    businessDate: '2026-06-12' as PlainDate,
    windows,
    announcements,
    figures: { ...figures, next: [], missed: [], lastCalls: [] },
    speakingWall: null,
    notices: [],
  }
}

test('[Q56] a call stands while its window still waits for that number', () => {
  expect(isStanding(hall(called), call)).toBe(true)
})

test.each<[string, HallState]>([
  ['was undone', hall(called, [])],
  ['is being served', hall({ ...called, isServing: true })],
  ['was missed', hall(null)],
  ['has given way to the next', hall({ ...called, number: '综 013' })],
])('[Q56] a call no longer stands when it %s', (_, state) => {
  expect(isStanding(state, call)).toBe(false)
})
