import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from './case-state.ts'
import type { ClockContext } from './due.ts'

/** From when a case counts as received: a village's case from its receipt there only where the centre has it so (C518). */
export function receivedFrom(
  { channel, registeredAt, receivedAt }: CaseState,
  { settings }: Pick<ClockContext, 'settings'>,
): Instant | null {
  return channel === 'village' && settings.receiptAt === 'village' ? (registeredAt ?? receivedAt) : receivedAt
}

/** From when the application counts as complete: its receipt, or the last listed paper (C515, C518). */
export function completeFrom(state: CaseState, context: Pick<ClockContext, 'settings'>): Instant | null {
  const { complete, receipt } = state.startedBy
  return complete === receipt ? receivedFrom(state, context) : state.completeAt
}
