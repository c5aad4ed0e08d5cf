import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

const JUMP_MS = 5 * 60_000
const LOOK_EVERY_MS = 1_000

/** When something happened here, as the server can judge it later (Q48). */
export interface KioskTime {
  readonly localTime: Instant
  readonly offsetMs: number
  /** No server was heard since this page began, or this machine's clock has jumped since. */
  readonly hasLostClock: boolean
}

/** What must be added to this machine's clock, as last measured; null until the server was heard in this page's life. */
let offsetMs: number | null = null
/** The server's time, carried on by the steady clock. */
let steady: () => Instant = () => instantOf(Date.now())

/** Measures this machine's clock against the server's for as long as the server is heard. */
export function watchClock(now: () => Instant, isHeard: () => boolean): () => void {
  steady = now
  const measure = () => {
    if (isHeard()) offsetMs = toMs(now()) - Date.now()
  }
  const timer = setInterval(measure, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

/** The time of this press. */
export function kioskTime(): KioskTime {
  const local = Date.now()
  return timeOf(local, offsetMs, toMs(steady()))
}

/** A clock that stands elsewhere than the steady one says was changed by somebody, or lost its battery. */
export function timeOf(localMs: number, offset: number | null, steadyMs: number): KioskTime {
  const hasJumped = offset === null || Math.abs(localMs + offset - steadyMs) > JUMP_MS
  return { localTime: instantOf(localMs), offsetMs: offset ?? 0, hasLostClock: hasJumped }
}
