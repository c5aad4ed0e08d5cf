import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { workingDaysBetween } from '../calendar/working-calendar.ts'
import { yellowFromOf } from '../case/clock.ts'
import type { ClockContext } from '../case/due.ts'

/** One timer of a follow-up at a moment. */
export interface TimerFacts {
  readonly dueAt: Instant
  readonly light: 'green' | 'yellow' | 'red' | 'done'
  /** Working days after today up to the due day. */
  readonly left: number
  readonly isLate: boolean
}

/**
 * The light of a timer of so many working days, by the same share as a case's (C701, C1004). What was done keeps its verdict:
 * the last instant itself is in time (C503).
 */
export function timerOf(
  { context, now }: { readonly context: ClockContext; readonly now: Instant },
  {
    dueAt,
    days,
    doneAt,
  }: { readonly dueAt: Instant; readonly days: number; readonly doneAt: Instant | null },
): TimerFacts {
  const left = workingDaysBetween(context.calendar, civilDate(now), civilDate(dueAt))
  const isLate = (doneAt ?? now) > dueAt
  if (doneAt !== null) return { dueAt, light: 'done', left, isLate }
  if (isLate) return { dueAt, light: 'red', left: 0, isLate }
  const yellowFrom = yellowFromOf(context.settings, { value: days, unit: 'workday' })
  return { dueAt, light: left <= yellowFrom ? 'yellow' : 'green', left, isLate }
}
