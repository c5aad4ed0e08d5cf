import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { addWorkingDays } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import { type ActContext, isBlank } from './act.ts'

/**
 * Whether staff may say that a clock event happened at `occurredAt` and not now (C306): not in the future, not before
 * the receipt or the previous clock event, some working days back at most, with a reason. Refusals:
 * `event.backdate_range` with both days, `reason.required`.
 */
export function checkBackdate(context: ActContext, occurredAt: Instant, reason: string): void {
  const { state, calendar, settings, at: now } = context
  if (occurredAt === now) return
  const today = civilDate(now)
  const earliest = addWorkingDays(calendar, today, -settings.backdateMax)
  const previous = state.lastClockEventAt ?? state.receivedAt
  const isTooEarly = civilDate(occurredAt) < earliest || (previous !== null && occurredAt < previous)
  if (isTooEarly || occurredAt > now) {
    const from = previous === null || civilDate(previous) < earliest ? earliest : civilDate(previous)
    throw new Refusal('event.backdate_range', { from, to: today })
  }
  if (isBlank(reason)) throw new Refusal('reason.required')
}
