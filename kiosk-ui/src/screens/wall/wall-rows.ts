import type { Announcement, HallState, HallWindow } from '@counter/shared/contract/hall'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

/** A new call stands out for 12 s, so that it is seen for 8 s even by a wall that heard of it late (U24). */
const HIGHLIGHT_MS = 12_000

type Current = NonNullable<HallWindow['current']>

/** One window as the wall shows it. */
export interface WallRow {
  readonly window: number
  readonly state: 'called' | 'serving' | 'idle' | 'paused'
  readonly number: string | null
  /** The call of this number: 2 and more is said beside it. */
  readonly callNo: number
  readonly isFresh: boolean
  /** The announcement that this row shows, to be acknowledged after paint. */
  readonly seq: number | null
  readonly movedAt: Instant | null
}

/** A row for each open or paused window, the newest call on top; windows without a number last (U24, Q57). */
export function rowsOf({ windows, announcements }: HallState, now: Instant): readonly WallRow[] {
  return windows
    .map((window) => rowOf(window, lastCallOf(announcements, window.window), now))
    .sort(newestFirst)
}

function rowOf(window: HallWindow, last: Announcement | null, now: Instant): WallRow {
  const { current } = window
  if (current !== null)
    return numberRow(window.window, current, last?.number === current.number ? last : null, now)
  // A quick visit may be over before its number was seen; the call keeps its 12 s all the same.
  if (last !== null && isFresh(last, now)) return callRow(last)
  const state = window.state === 'paused' ? 'paused' : 'idle'
  return { window: window.window, state, number: null, callNo: 1, isFresh: false, seq: null, movedAt: null }
}

function numberRow(window: number, current: Current, call: Announcement | null, now: Instant): WallRow {
  const row = { window, state: current.isServing ? 'serving' : 'called', number: current.number } as const
  const { callNo, calledAt } = current
  if (call === null) return { ...row, callNo, movedAt: calledAt, isFresh: false, seq: null }
  return {
    ...row,
    callNo: Math.max(callNo, call.callNo),
    movedAt: call.at,
    isFresh: isFresh(call, now),
    seq: call.seq,
  }
}

function callRow({ window, number, callNo, seq, at }: Announcement): WallRow {
  return { window, state: 'serving', number, callNo, isFresh: true, seq, movedAt: at }
}

function isFresh({ at }: Announcement, now: Instant): boolean {
  return toMs(now) - toMs(at) < HIGHLIGHT_MS
}

function lastCallOf(announcements: readonly Announcement[], window: number): Announcement | null {
  return announcements.reduce<Announcement | null>((last, call) => {
    return call.window === window && (last === null || call.seq > last.seq) ? call : last
  }, null)
}

const RANK = { called: 0, serving: 0, idle: 1, paused: 2 } as const satisfies Record<WallRow['state'], number>

function newestFirst(a: WallRow, b: WallRow): number {
  return (
    RANK[a.state] - RANK[b.state] || (b.movedAt ?? '').localeCompare(a.movedAt ?? '') || a.window - b.window
  )
}
