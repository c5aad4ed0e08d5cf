import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { RetentionClass } from '@counter/shared/vocabulary/retention'
import type { Instant } from '@counter/shared/vocabulary/time'

/** How long each class is kept, from the settings (C1501). */
export interface RetentionPeriods {
  readonly draftDays: number
  readonly ratingYears: number
  readonly caseYears: number
  readonly petitionYears: number
}

/** What is older than its time: from which moment back, and how many of it there are. */
export type RetentionPlan = Readonly<
  Record<RetentionClass, { readonly before: Instant; readonly count: number }>
>

const DAY_MS = 86_400_000

/** From which moment back each class is to be removed. Bookings lose their persons with the end of their day (Q39). */
export function retentionCutoffs(
  periods: RetentionPeriods,
  now: Instant,
): Readonly<Record<RetentionClass, Instant>> {
  return {
    drafts: instantOf(toMs(now) - periods.draftDays * DAY_MS),
    bookings: now,
    ratings: yearsBefore(now, periods.ratingYears),
    cases: yearsBefore(now, periods.caseYears),
    letters: yearsBefore(now, periods.caseYears),
    petitions: yearsBefore(now, periods.petitionYears),
  }
}

// The same day and hour of an earlier year; 29 February counts as the last of its month.
function yearsBefore(now: Instant, years: number): Instant {
  const year = String(Number(now.slice(0, 4)) - years).padStart(4, '0')
  const rest = now.slice(4)
  return `${year}${rest.startsWith('-02-29') ? `-02-28${rest.slice(6)}` : rest}` as Instant
}
