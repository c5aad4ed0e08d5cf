import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Clock } from '#server/clock.ts'

/** argon2 as cheap as it goes: the cost is an argument of the app, low in tests only. */
export const CHEAP = { memoryKib: 64, passes: 1 }

/** A clock that stands still until it is moved (N11). */
export interface TestClock extends Clock {
  to(instant: string): void
  forward(ms: number): void
}

export function testClock(start: string): TestClock {
  let now = toMs(start as Instant)
  return {
    now: () => instantOf(now),
    monotonic: () => now,
    to: (instant) => {
      now = toMs(instant as Instant)
    },
    forward: (ms) => {
      now += ms
    },
  }
}
