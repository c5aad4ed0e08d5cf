import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

/** One service that may be rated: a visit to the counter or a case. */
export interface Service {
  /** When it was done; null while it is not. */
  readonly doneAt: Instant | null
  readonly isRated: boolean
}

const DAY_MS = 86_400_000

/** Refuses `rating.already_given`, `rating.not_yet`, `rating.expired` (C1002). */
export function requireRateable({ doneAt, isRated }: Service, at: Instant, validityDays: number): void {
  if (isRated) throw new Refusal('rating.already_given')
  if (doneAt === null) throw new Refusal('rating.not_yet')
  if (at > instantOf(toMs(doneAt) + validityDays * DAY_MS)) throw new Refusal('rating.expired')
}

/** 差评: 不满意 or 非常不满意 opens its follow-up (C1004). */
export function isBad(level: RatingLevel): boolean {
  return level >= 4
}
