import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

/** The clock is an argument of the server (N11). `monotonic` counts milliseconds and never jumps. */
export interface Clock {
  now(): Instant
  monotonic(): number
}

const JUMP_MS = 5 * 60_000

/** The machine's clock; when it jumps by more than five minutes the steady clock is kept and the alarm raised once (R8, Q3). */
export function systemClock(onJump: (differenceMs: number) => void): Clock {
  const startedAt = Date.now()
  const startedOn = performance.now()
  let hasJumped = false
  return {
    monotonic: () => performance.now(),
    now() {
      const steady = startedAt + performance.now() - startedOn
      const difference = Date.now() - steady
      if (Math.abs(difference) <= JUMP_MS) return instantOf(Date.now())
      if (!hasJumped) onJump(difference)
      hasJumped = true
      return instantOf(steady)
    },
  }
}
