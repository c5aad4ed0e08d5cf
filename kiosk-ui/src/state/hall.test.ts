import type { Announcement, HallState, HallWindow } from '@counter/shared/contract/hall'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { NOTHING_HEARD, withNet, withNews } from './hall.ts'

const at = (time: string) => `2026-06-12T01:${time}.000Z` as Instant
const figures = {
  waiting: 5,
  openWindows: 2,
  low: 10,
  high: 20,
  next: [],
  missed: [],
  lastCalls: [],
  intake: 'open',
  late: { topics: [] as never[], isStopped: true },
} as const
const idle = (window: number): HallWindow => ({ window, state: 'open', until: null, current: null })
const call = (seq: number): Announcement => ({
  seq,
  kind: 'call',
  number: '综 012',
  tag: null,
  window: 2,
  callNo: 1,
  at: at('40:00'),
  clips: ['chime'],
  isSpoken: false,
})
const quiet: HallState = {
  businessDate: '2026-06-12' as PlainDate,
  windows: [idle(1), idle(2)],
  announcements: [],
  figures: { ...figures, next: [], missed: [], lastCalls: [] },
  speakingWall: null,
  notices: [],
}
const current = withNews(NOTHING_HEARD, { type: 'snapshot', state: quiet })
const after = (...changes: unknown[]) => withNews(current, { type: 'changed', changes }).hall

describe('the state of the hall', () => {
  test('[R20] is what the last snapshot says, and counts the snapshots', () => {
    const again = withNews(current, { type: 'snapshot', state: { ...quiet, windows: [idle(3)] } })
    expect(again.hall?.windows.map(({ window }) => window)).toEqual([3])
    expect(again.snapshots).toBe(2)
  })

  test('[R20] stays unknown when a change comes before any snapshot', () => {
    const news = { type: 'changed', changes: [{ kind: 'call_withdrawn', seq: 1 }] } as const
    expect(withNews(NOTHING_HEARD, news)).toBe(NOTHING_HEARD)
  })

  test('[R20] takes the changes of one message in their order', () => {
    const told = after(
      { kind: 'call_announced', announcement: call(1) },
      { kind: 'call_announced', announcement: call(2) },
      { kind: 'call_withdrawn', seq: 1 },
      { kind: 'figures_changed', figures: { ...figures, waiting: 4 } },
    )
    expect(told?.announcements.map(({ seq }) => seq)).toEqual([2])
    expect(told?.figures.waiting).toBe(4)
  })

  test('[Q57] has a row for each window that is open or paused, and none for a closed one', () => {
    const told = after(
      { kind: 'window_changed', window: { ...idle(1), state: 'closed' } },
      { kind: 'window_changed', window: { ...idle(4), state: 'paused' } },
      { kind: 'window_changed', window: idle(3) },
    )
    expect(told?.windows.map(({ window }) => window)).toEqual([2, 3, 4])
  })

  test('[U23] refuses a message that carries a name beside the number', () => {
    const named = { ...call(1), name: '王建国' }
    expect(() => after({ kind: 'call_announced', announcement: named })).toThrow()
  })
})

describe('the age of the hall', () => {
  const offline = withNet(current, 'offline', at('32:00'))

  test('[U26] is the time of the data once the line is down, however often that is said', () => {
    expect(offline.staleSince).toBe(at('32:00'))
    expect(withNet(offline, 'offline', at('33:00')).staleSince).toBe(at('32:00'))
  })

  test('[U26] stays while the line recovers, and is gone when it is current', () => {
    const recovering = withNet(offline, 'recovering', at('35:00'))
    expect(recovering.staleSince).toBe(at('32:00'))
    expect(withNet(recovering, 'online', at('35:01')).staleSince).toBeNull()
  })
})
