import { newCommandId } from '@counter/shared/client/commands'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CommandPlace } from './command.ts'
import type { KeptSample } from './device-disk.ts'

/** The steady clock of a page, which nobody can set (V77). */
export interface PageClock {
  readonly id: string
  /** Whole ms since the page began. */
  now(): number
}

export const pageClock: PageClock = {
  id: newCommandId(),
  now: () => Math.max(0, Math.round(performance.now())),
}

/** The time of a capture as its header tells it: of another page's sample the steady clock says nothing (V29, V77). */
export function timeOf(
  page: PageClock,
  capturedAt: Instant,
  sample: KeptSample | null,
): Pick<CommandPlace, 'capturedAt' | 'pageId' | 'monoMs' | 'lastServer'> {
  const time = { capturedAt, pageId: page.id, monoMs: page.now() }
  if (sample === null) return { ...time, lastServer: null }
  const { at, wall, mono, pageId } = sample
  return { ...time, lastServer: pageId === page.id && mono !== undefined ? { at, wall, mono } : { at, wall } }
}

/**
 * The centre's time as this phone knows it best: from when it was last heard, by the page's steady clock, else by the phone's own;
 * never before that (V77, V78). Before the first word it is the phone's own time.
 */
export function centreTime({
  capturedAt,
  monoMs,
  lastServer = null,
}: Pick<CommandPlace, 'capturedAt' | 'monoMs' | 'lastServer'>): Instant {
  if (lastServer === null) return capturedAt
  const { at, wall, mono } = lastServer
  const isSamePage = mono !== undefined && monoMs !== undefined
  const passed = isSamePage ? monoMs - mono : toMs(capturedAt) - toMs(wall)
  return instantOf(toMs(at) + Math.max(0, passed))
}
