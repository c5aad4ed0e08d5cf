import { LEASE_FIRST, LEASE_LAST } from '@counter/shared/vocabulary/lease'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

const CLOCK_LIMIT_MS = 5 * 60_000

/** When a number was given without the server, as the kiosk knows it. */
export interface KioskTime {
  readonly localTime: Instant
  /** What had to be added to the kiosk's clock when the server was last heard, ms. */
  readonly offsetMs: number
  /** The kiosk restarted without the server, or its clock has jumped. */
  readonly hasLostClock: boolean
}

/** The next block of the day's emergency numbers, at most `size`. Refuses `lease.none` when none is left (Q46). */
export function nextBlock(lastLent: number | null, size: number): readonly number[] {
  const first = lastLent === null ? LEASE_FIRST : lastLent + 1
  const count = Math.min(size, LEASE_LAST - first + 1)
  if (count <= 0) throw new Refusal('lease.none')
  return Array.from({ length: count }, (_, place) => first + place)
}

/** False for a clock that was more than 5 minutes off or may have been lost on the way (Q48). */
export function isClockTrusted({ offsetMs, hasLostClock }: KioskTime): boolean {
  return !hasLostClock && Math.abs(offsetMs) <= CLOCK_LIMIT_MS
}

export interface BaseLimits {
  readonly grantedAt: Instant
  readonly receivedAt: Instant
  /** Base of the number that this kiosk gave before, ms; null for its first. */
  readonly lastBase: number | null
  /** Base of the unprinted ticket that this number stands for; the earlier of both counts (Q49). */
  readonly replacedBase: number | null
}

/**
 * Base time of a number that was given without the server, ms since 1970: local time and offset, within grant and
 * receipt; the receipt when the clock is not to be trusted; never before the kiosk's number before it (Q48, Q49).
 */
export function leaseBaseTime(time: KioskTime, limits: BaseLimits): number {
  const received = toMs(limits.receivedAt)
  const claimed = isClockTrusted(time) ? toMs(time.localTime) + time.offsetMs : received
  const own = Math.min(Math.max(claimed, toMs(limits.grantedAt)), received)
  const earlier = Math.min(own, limits.replacedBase ?? own)
  return Math.max(earlier, limits.lastBase ?? earlier)
}
