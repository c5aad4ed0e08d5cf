import type { Instant } from '@counter/shared/vocabulary/time'
import { findMeta, saveMeta } from './settings.ts'
import type { Tx } from './tx.ts'

/** Why the time may be wrong: a long time without a tick before a start, or a machine's clock that jumped (R8). */
export interface ClockDoubt {
  readonly kind: 'gap' | 'jump'
  /** The last minute that is sure, and what the machine's clock says since. */
  readonly from: Instant
  readonly to: Instant
}

const DOUBT = 'clock.doubt'

/** What nobody has confirmed yet; until then the deadlines wait. */
export function findClockDoubt(tx: Tx): ClockDoubt | null {
  return JSON.parse(findMeta(tx, DOUBT) ?? 'null') as ClockDoubt | null
}

export function saveClockDoubt(tx: Tx, doubt: ClockDoubt | null): void {
  saveMeta(tx, DOUBT, JSON.stringify(doubt))
}
