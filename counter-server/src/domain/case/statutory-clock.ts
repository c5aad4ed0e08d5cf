import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from './case-state.ts'
import type { Clock } from './clock.ts'
import { promiseEnd } from './committed-clock.ts'
import type { ClockContext } from './due.ts'
import type { ItemLimits } from './item-rules.ts'
import { completeFrom } from './receipt.ts'

/** The limit of the law, where it binds the township and not the county. */
export function statutoryClock(state: CaseState, item: ItemLimits, context: ClockContext): Clock | null {
  const { statutory } = item
  if (statutory === null || statutory.scope === 'county') return null
  const start = statutory.starts === 'receipt' ? completeReceipt(state, context) : acceptance(state)
  if (start.at === null) return null
  return {
    kind: 'statutory',
    startAt: start.at,
    startEventId: start.eventId,
    limit: { value: statutory.value + state.extendedDays, unit: statutory.unit },
    offDay: 'legal',
    pauses: state.pauses,
    endedAt: promiseEnd(state),
    yellowFrom: null,
    chargedTo: 'unit',
    extended: state.extendedDays,
    isDeemed: state.flags.includes('deemed'),
  }
}

// While papers are missing there is no complete receipt to count from (C515).
function completeReceipt(state: CaseState, context: ClockContext): ClockStart {
  const isIncomplete = state.supplements.at(-1)?.completedAt === null
  return { at: isIncomplete ? null : completeFrom(state, context), eventId: state.startedBy.complete }
}

function acceptance(state: CaseState): ClockStart {
  return { at: state.acceptedAt, eventId: state.startedBy.acceptance }
}

interface ClockStart {
  readonly at: Instant | null
  readonly eventId: string | null
}
