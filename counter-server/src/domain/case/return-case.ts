import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import type { ActContext } from './act.ts'
import { caseClocks } from './case-clocks.ts'

/**
 * Whether a case may go back (C442): while papers are awaited only after the time for them, later only for a promised
 * paper that did not come. Refuses `return.too_early`, with the day when there is one.
 */
export function checkReturn(context: ActContext): void {
  const { state, item, at } = context
  const clocks = caseClocks(state, item, context, at)
  const awaited = state.status === 'supplement' ? clocks.waiting : clocks.promise
  if (awaited === null || awaited.state === 'stopped') throw new Refusal('return.too_early')
  if (!hasPassed(awaited.dueAt, at)) throw new Refusal('return.too_early', { date: awaited.dueOn })
}

// The due instant itself is in time (C503).
function hasPassed(dueAt: Instant | null, at: Instant): boolean {
  return dueAt !== null && at > dueAt
}
