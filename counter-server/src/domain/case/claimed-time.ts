import type { ClockConfidence } from '@counter/shared/vocabulary/agency'
import type { Instant } from '@counter/shared/vocabulary/time'

/** The moment of a capture as the phone claimed it, and the bounds within which it lies (V77). */
export interface ClaimedTime {
  readonly claimedAt: Instant
  readonly offsetMs: number
  readonly confidence: ClockConfidence
  /** Null where the phone had heard nothing of the centre's time, or did not say so. */
  readonly earliest: Instant | null
}
