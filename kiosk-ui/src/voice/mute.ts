import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

/** When the hall's voice rests each day; null never (U27). */
export interface Mute {
  readonly from: string
  readonly until: string
}

/** True in the rest; a rest may go over midnight. */
export function isMuted(mute: Mute | null, now: Instant): boolean {
  if (mute === null || mute.from === mute.until) return false
  const time = civilTime(now)
  return mute.from < mute.until
    ? time >= mute.from && time < mute.until
    : time >= mute.from || time < mute.until
}
