import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { addWorkingDays } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import type { CaseState } from './case-state.ts'
import type { ClockContext } from './due.ts'

/** What a claimed time is judged by; `at` is now. */
export interface BackdateFacts extends ClockContext {
  readonly state: Pick<CaseState, 'lastClockEventAt' | 'receivedAt'>
  readonly at: Instant
}

/**
 * Whether staff may say that a clock event happened at `occurredAt` and not now (C306): not in the future, not before
 * the receipt or the previous clock event, some working days back at most, with a reason. Refusals:
 * `event.backdate_range` with both days, `reason.required`.
 */
export function checkBackdate(facts: BackdateFacts, occurredAt: Instant, reason: string): void {
  const { state, calendar, settings, at: now } = facts
  if (occurredAt === now) return
  const today = civilDate(now)
  const earliest = addWorkingDays(calendar, today, -settings.backdateMax)
  const previous = state.lastClockEventAt ?? state.receivedAt
  const isTooEarly = civilDate(occurredAt) < earliest || (previous !== null && occurredAt < previous)
  if (isTooEarly || occurredAt > now) {
    const from = previous === null || civilDate(previous) < earliest ? earliest : civilDate(previous)
    throw new Refusal('event.backdate_range', { from, to: today })
  }
  if (reason.trim() === '') throw new Refusal('reason.required')
}
