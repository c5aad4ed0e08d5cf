import { civilDate, daysBetween, laterOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

/** From when a version of an item holds: its day, or the day on which it was published, if that was later (C101). */
export interface DatedVersion {
  readonly effectiveFrom: PlainDate
  readonly publishedAt: Instant | null
}

/** The version that a village showed, when it was shown, and for how many days an older one counts ⚙. */
export interface ShownOn {
  readonly shown: DatedVersion | undefined
  readonly capturedOn: PlainDate
  readonly today: PlainDate
  readonly days: number
}

/**
 * A version that was in force at most so many days before the capture counts, so that a phone that had no network for weeks loses
 * nothing; else `item.outdated` with the day on which it was replaced (V86). `newer` are the versions after it.
 */
export function requireFreshVersion(
  newer: readonly DatedVersion[],
  { shown, capturedOn, today, days }: ShownOn,
): void {
  // A version that nobody could have been shown yet is no guide at all.
  if (shown === undefined || heldFrom(shown) > today) throw new Refusal('item.outdated', { d: today })
  const replacedOn = newer.map(heldFrom).reduce<PlainDate | null>(earlierOf, null)
  if (replacedOn !== null && daysBetween(replacedOn, capturedOn) > days)
    throw new Refusal('item.outdated', { d: replacedOn })
}

/** The end of the versions up to its own: its day, entered at a moment (C108). */
export interface Stop {
  readonly version: number
  readonly stoppedOn: PlainDate
  readonly stoppedAt: Instant
}

/**
 * Whether a version took no new case at a moment. A stop that was entered for the same day holds from its entry on: what a village
 * had taken that morning was still offered (V86, C108).
 */
export function isStoppedAt(stops: readonly Stop[], version: number, at: Instant): boolean {
  return stops.some(
    (stop) => stop.version >= version && stop.stoppedOn <= civilDate(at) && stop.stoppedAt <= at,
  )
}

function heldFrom({ effectiveFrom, publishedAt }: DatedVersion): PlainDate {
  return publishedAt === null ? effectiveFrom : laterOf(effectiveFrom, civilDate(publishedAt))
}

function earlierOf(one: PlainDate | null, other: PlainDate): PlainDate {
  return one !== null && one < other ? one : other
}
