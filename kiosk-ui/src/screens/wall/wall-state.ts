import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { HallNow } from '../../state/hall.ts'

/** How the wall stands, the value of its `data-state` (the state matrix, W-1). */
export type WallState = 'loading' | 'error' | 'normal' | 'empty' | 'offline' | 'blind'

const PATIENCE_MS = 8_000
const BLIND_MS = 300_000

/** What the wall shows: stale data keep their numbers for 5 min, after that nobody may trust them (U26, U11). */
export function wallStateOf({ hall, staleSince }: HallNow, now: Instant, silentMs: number): WallState {
  if (hall === null) return silentMs < PATIENCE_MS ? 'loading' : 'error'
  if (staleSince !== null) return toMs(now) - toMs(staleSince) < BLIND_MS ? 'offline' : 'blind'
  const isQuiet = hall.figures.waiting === 0 && hall.windows.every(({ current }) => current === null)
  return isQuiet ? 'empty' : 'normal'
}
