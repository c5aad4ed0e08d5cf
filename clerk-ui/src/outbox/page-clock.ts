import { newCommandId } from '@counter/shared/client/commands'
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
