import type { Announcement, HallChange, HallWindow } from '@counter/shared/contract/hall'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { type HallNow, NOTHING_HEARD, withNews } from '../../state/hall.ts'
import {
  endSaying,
  QUIET,
  startNext,
  takeIn,
  type VoiceQueue,
  withoutFallen,
} from '../../voice/voice-queue.ts'
import { createShownOnce } from './shown-once.ts'
import { rowsOf } from './wall-rows.ts'

const START_MS = Date.UTC(2026, 5, 12, 0, 30)
const CALL_EVERY_MS = 20_000
const HOURS = 72
const LENGTH_MS = 4_000

/** A wall as it runs: its state, its voice, and what it has acknowledged. */
interface Wall {
  known: HallNow
  voice: VoiceQueue
  readonly shown: ReturnType<typeof createShownOnce>
  readonly said: number[]
}

function numberOf(seq: number): string {
  return `综 ${String((seq % 900) + 1).padStart(3, '0')}`
}

function called(seq: number, atMs: number): HallChange[] {
  const window = (seq % 4) + 1
  const at = instantOf(atMs)
  const number = numberOf(seq)
  const announcement: Announcement = {
    seq,
    kind: 'call',
    number,
    tag: null,
    window,
    callNo: 1,
    at,
    clips: ['chime'],
    isSpoken: false,
  }
  const current = { number, tag: null, callNo: 1, calledAt: at, isServing: false }
  return [
    { kind: 'call_announced', announcement },
    { kind: 'window_changed', window: { window, state: 'open', until: null, current } },
  ]
}

function freshWall(): Wall {
  const windows = [1, 2, 3, 4].map(
    (window): HallWindow => ({ window, state: 'open', until: null, current: null }),
  )
  const figures = {
    waiting: 3,
    openWindows: 4,
    low: null,
    high: null,
    next: [],
    missed: [],
    lastCalls: [],
    intake: 'open',
    late: { topics: [], isStopped: false },
  }
  const state = {
    businessDate: '2026-06-12' as PlainDate,
    windows,
    announcements: [],
    figures,
    speakingWall: null,
    notices: [],
  }
  return {
    known: withNews(NOTHING_HEARD, { type: 'snapshot', state }),
    voice: QUIET,
    shown: createShownOnce(),
    said: [],
  }
}

function run(wall: Wall, seq: number, steadyMs: number): void {
  const now = instantOf(START_MS + steadyMs)
  wall.known = withNews(wall.known, { type: 'changed', changes: called(seq, START_MS + steadyMs) })
  const { hall } = wall.known
  if (hall === null) throw new Error('the wall knows no hall')
  wall.shown.take(
    rowsOf(hall, now).flatMap(({ seq: row, isFresh }) => (isFresh && row !== null ? [row] : [])),
  )
  wall.voice = takeIn(wall.voice, hall.announcements, { now, isSnapshot: false })
  wall.voice = withoutFallen(wall.voice, (call) => call.seq === seq, now)
  const speaking = startNext(wall.voice, () => LENGTH_MS, steadyMs)
  if (speaking.speaking !== null) wall.said.push(seq)
  wall.voice = endSaying(speaking, steadyMs + LENGTH_MS)
}

function sizeOf({ known, voice, shown }: Wall): number {
  return JSON.stringify({ known, voice }).length + shown.size() * 8
}

test('[QT15] after 72 h of calls a wall keeps no more than after one, and shows the last call at its minute', () => {
  const wall = freshWall()
  const calls = (HOURS * 3_600_000) / CALL_EVERY_MS
  let afterAnHour = 0
  for (let seq = 1; seq <= calls; seq += 1) {
    run(wall, seq, seq * CALL_EVERY_MS)
    if (seq * CALL_EVERY_MS === 3_600_000 * 2) afterAnHour = sizeOf(wall)
  }
  expect(wall.said).toHaveLength(calls)
  // The numbers of three days have one or two digits more than those of the first hours; nothing else may grow.
  expect(sizeOf(wall)).toBeLessThan(afterAnHour * 1.1)
  const { hall } = wall.known
  const now = instantOf(START_MS + HOURS * 3_600_000)
  expect(hall && rowsOf(hall, now)[0]).toMatchObject({
    number: numberOf(calls),
    isFresh: true,
    movedAt: '2026-06-15T00:30:00.000Z',
  })
})
