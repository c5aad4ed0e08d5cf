import { type Answer, readOnce } from '@counter/shared/client/commands'
import type { HallState } from '@counter/shared/contract/hall'
import { Replay } from '@counter/shared/contract/replay'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { withChange } from './hall.ts'

/** Reads a day as its walls were told it; the supervisor's own session opens it (Q59). */
export function readReplay(day: PlainDate): Promise<Answer<Replay>> {
  return readOnce(`/api/replays/${day}`, Replay, 'staff')
}

/** The hall of that day as a wall knew it at a moment. */
export function hallAt({ day, items }: Replay, at: Instant): HallState {
  const empty: HallState = {
    businessDate: day,
    windows: [],
    announcements: [],
    figures: {
      waiting: 0,
      openWindows: 0,
      low: null,
      high: null,
      next: [],
      missed: [],
      lastCalls: [],
      intake: 'open',
      late: { topics: [], isStopped: false },
    },
    speakingWall: null,
    notices: [],
  }
  return items
    .filter((item) => item.at <= at)
    .flatMap(({ changes }) => changes)
    .reduce(withChange, empty)
}

/** From when to when something happened, in ms; null for a day without anything. */
export function spanOf({ items }: Replay): { readonly fromMs: number; readonly untilMs: number } | null {
  const [first, last] = [items[0], items[items.length - 1]]
  if (first === undefined || last === undefined) return null
  return { fromMs: toMs(first.at), untilMs: toMs(last.at) + 15_000 }
}
