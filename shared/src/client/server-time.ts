import { instantOf, toMs } from '../vocabulary/plain-date.ts'
import type { Instant } from '../vocabulary/time.ts'

/** The server's time as last heard, carried on by this machine's steady clock (N11). */
export interface ServerTime {
  keep(serverNow: string): void
  /** The server's time at a moment of the steady clock (`performance.now()`). */
  at(steadyMs: number): Instant
}

/** Begins with what the page knows; without it with this machine's own time. */
export function serverTime(startsAt: Instant | undefined): ServerTime {
  let serverMs = startsAt === undefined ? Date.now() : toMs(startsAt)
  let seenAt = performance.now()
  return {
    keep(serverNow) {
      serverMs = toMs(serverNow as Instant)
      seenAt = performance.now()
    },
    at: (steadyMs) => instantOf(serverMs + steadyMs - seenAt),
  }
}
