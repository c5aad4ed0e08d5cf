import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import type { ActContext } from './act.ts'
import { checkBackdate } from './backdate.ts'
import type { CaseEvent } from './event.ts'

/** Papers that a village point took while the clock stood still: when, and which. */
export interface PointReceived {
  readonly at: Instant
  readonly names: readonly string[]
}

/**
 * What supports a resumption as of an earlier moment (V75): the last papers that the point received since the pause began, by
 * the corrected time of their capture. Null where the case is not paused, or that moment is further back than staff may say.
 */
export function receivedInPause(
  context: ActContext,
  events: readonly (CaseEvent & { readonly role: string })[],
): PointReceived | null {
  const pause = context.state.pauses.at(-1)
  if (context.state.status !== 'paused' || pause === undefined) return null
  const found = events.findLast(
    (event): event is CaseEvent<'case.noted'> & { role: string } =>
      event.type === 'case.noted' && event.role === 'agent' && receivedIn(event).length > 0,
  )
  if (found === undefined || found.occurredAt < pause.pausedAt) return null
  return mayBackdate(context, found.occurredAt) ? { at: found.occurredAt, names: receivedIn(found) } : null
}

function receivedIn({ payload }: CaseEvent<'case.noted'>): readonly string[] {
  return payload.materials.filter(({ state }) => state === 'received').map(({ name }) => name)
}

function mayBackdate(context: ActContext, at: Instant): boolean {
  try {
    checkBackdate(context, at, 'received')
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
