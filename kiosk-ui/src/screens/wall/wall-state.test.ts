import type { Announcement, HallState, HallWindow } from '@counter/shared/contract/hall'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { NOTHING_HEARD } from '../../state/hall.ts'
import { rowsOf } from './wall-rows.ts'
import { wallStateOf } from './wall-state.ts'

const at = (seconds: number) => instantOf(Date.UTC(2026, 5, 12, 1, 40) + seconds * 1000)
const number = (window: number) => `综 00${window}`

function open(window: number, calledAt: number | null = null, isServing = false): HallWindow {
  const current =
    calledAt === null
      ? null
      : { number: number(window), tag: null, callNo: 1, calledAt: at(calledAt), isServing }
  return { window, state: 'open', until: null, current }
}

function call(window: number, seconds: number, changes: Partial<Announcement> = {}): Announcement {
  const base = {
    seq: seconds + 1,
    kind: 'call',
    number: number(window),
    tag: null,
    window,
    callNo: 1,
    clips: [],
    isSpoken: false,
  } as const
  return { ...base, clips: [], at: at(seconds), ...changes }
}

function hall(windows: HallWindow[], announcements: Announcement[] = [], waiting = 3): HallState {
  const figures = {
    waiting,
    openWindows: 1,
    low: null,
    high: null,
    next: [],
    missed: [],
    lastCalls: [],
    intake: 'open',
    late: { topics: [] as never[], isStopped: true },
  } as const
  return {
    businessDate: '2026-06-12' as PlainDate,
    windows,
    announcements,
    figures: { ...figures, next: [], missed: [], lastCalls: [] },
    speakingWall: null,
    notices: [],
  }
}

describe('the rows of the wall', () => {
  test('[Q57] stand with the newest call on top, then windows without a number, then paused ones', () => {
    const windows = [{ ...open(1), state: 'paused' as const }, open(2), open(3, 0), open(4, 20)]
    expect(rowsOf(hall(windows), at(30)).map(({ window }) => window)).toEqual([4, 3, 2, 1])
  })

  test('[Q57] move up with a recall, which is the second call', () => {
    const recall = call(1, 20, { kind: 'recall', callNo: 2 })
    const [first] = rowsOf(hall([open(1, 0), open(2, 10)], [call(1, 0), call(2, 10), recall]), at(21))
    expect(first).toMatchObject({ window: 1, callNo: 2, isFresh: true })
  })

  test('[QT16] keep several calls in sight, and a recall calls again with its chime', () => {
    const windows = [open(1, 0), open(2, 1), open(3, 2)]
    const calls = [call(1, 0), call(2, 1), call(3, 2), call(1, 9, { kind: 'recall', callNo: 2 })]
    const rows = rowsOf(hall(windows, calls), at(10))
    expect(rows.map(({ window, isFresh }) => [window, isFresh])).toEqual([
      [1, true],
      [3, true],
      [2, true],
    ])
  })

  test('[U24] stand out for 12 s, each of five called in the same second', () => {
    const windows = [1, 2, 3, 4, 5].map((window) => open(window, 0))
    const calls = [1, 2, 3, 4, 5].map((window) => call(window, 0, { seq: window }))
    const fresh = (seconds: number) =>
      rowsOf(hall(windows, calls), at(seconds)).filter(({ isFresh }) => isFresh).length
    expect([fresh(0), fresh(11), fresh(12)]).toEqual([5, 5, 0])
  })

  test('[U24] keep a number for its 12 s when the visit is over at once', () => {
    const state = hall([open(1)], [call(1, 0)])
    expect(rowsOf(state, at(9))[0]).toMatchObject({ number: '综 001', isFresh: true })
    expect(rowsOf(state, at(13))[0]).toMatchObject({ number: null, state: 'idle' })
  })

  test('[Q57] forget a call that was taken back at once', () => {
    expect(rowsOf(hall([open(1)]), at(2))[0]).toMatchObject({ number: null, seq: null })
  })
})

describe('the wall', () => {
  const known = { ...NOTHING_HEARD, hall: hall([open(1, 0)]), net: 'online' } as const
  const stale = { ...known, net: 'offline', staleSince: at(0) } as const

  test('[U26] keeps its numbers for 5 min without the network, and no longer', () => {
    expect(wallStateOf(stale, at(299), 0)).toBe('offline')
    expect(wallStateOf(stale, at(300), 0)).toBe('blind')
  })

  test('[U11] says after 8 s without a first word that it cannot connect', () => {
    expect(wallStateOf(NOTHING_HEARD, at(0), 7_999)).toBe('loading')
    expect(wallStateOf(NOTHING_HEARD, at(0), 8_000)).toBe('error')
  })

  test('[U26] is empty only when nobody waits and no window has anybody', () => {
    expect(wallStateOf(known, at(0), 0)).toBe('normal')
    expect(wallStateOf({ ...known, hall: hall([open(1, 0)], [], 0) }, at(0), 0)).toBe('normal')
    expect(wallStateOf({ ...known, hall: hall([open(1)], [], 0) }, at(0), 0)).toBe('empty')
  })
})
