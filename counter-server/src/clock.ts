import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

/** The clock is an argument of the server (N11). `monotonic` counts milliseconds and never jumps. */
export interface Clock {
  now(): Instant
  monotonic(): number
  /** How far the machine's clock has jumped away from the steady one, 0 while they agree; absent where there is none (R8). */
  strayMs?(): number
  /** Takes the machine's clock as right again. */
  trust?(): void
}

const JUMP_MS = 5 * 60_000

/** The machine's clock; when it jumps by more than five minutes the steady clock is kept and the alarm raised once (R8, Q3). */
export function systemClock(onJump: (differenceMs: number) => void): Clock {
  let startedAt = Date.now()
  let startedOn = performance.now()
  let hasJumped = false
  const steady = () => startedAt + performance.now() - startedOn
  const strayMs = () => {
    const difference = Date.now() - steady()
    return Math.abs(difference) <= JUMP_MS ? 0 : difference
  }
  return {
    monotonic: () => performance.now(),
    now() {
      const stray = strayMs()
      if (stray === 0) return instantOf(Date.now())
      if (!hasJumped) onJump(stray)
      hasJumped = true
      return instantOf(steady())
    },
    strayMs,
    trust() {
      startedAt = Date.now()
      startedOn = performance.now()
      hasJumped = false
    },
  }
}
