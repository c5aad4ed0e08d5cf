import type { CaseEventType } from '@counter/shared/vocabulary/case'
import { type CaseState, NEW_CASE } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { changeOf } from './event-changes.ts'
import { inOrder, voidedEvents } from './standing-events.ts'
import { withHandOverSettled } from './transfer-changes.ts'

/**
 * Replays events in the order of `seq`, whatever order they are given in (C301, C522). What a correction took back is
 * skipped with the correction (C302).
 */
export function projectCase(events: readonly CaseEvent[]): CaseState {
  const voided = voidedEvents(events)
  return inOrder(events).reduce(
    (state, event) => (voided.has(event.id) ? skipped(state, event) : applyEvent(state, event)),
    NEW_CASE,
  )
}

/** The state after one more event: only a correction has to look back over those before it (C302). */
export function nextState(before: readonly CaseEvent[], state: CaseState, event: CaseEvent): CaseState {
  return event.type === 'event.voided' ? projectCase([...before, event]) : applyEvent(state, event)
}

/** The state after one more event. A full replay is nothing but this, so the two cannot part (C301). */
export function applyEvent(state: CaseState, event: CaseEvent): CaseState {
  const next = withHandOverSettled(changeOf(state, event), event)
  const lastClockEventAt = CLOCK_EVENTS.has(event.type) ? event.occurredAt : next.lastClockEventAt
  return { ...next, told: toldWith(state, event), lastClockEventAt, rev: state.rev + 1 }
}

// A paper that was handed out cannot be untold, so its date stays (C520).
function skipped(state: CaseState, event: CaseEvent): CaseState {
  return { ...state, told: toldWith(state, event), rev: state.rev + 1 }
}

function toldWith({ told }: CaseState, { id, payload }: CaseEvent): CaseState['told'] {
  const dueOn = 'toldDueOn' in payload ? payload.toldDueOn : undefined
  return dueOn === undefined ? told : [...told, { eventId: id, dueOn }]
}

const CLOCK_EVENTS: ReadonlySet<CaseEventType> = new Set([
  'case.received',
  'case.imported',
  'supplement.requested',
  'supplement.handed_in',
  'case.accepted',
  'case.deemed_accepted',
  'case.paused',
  'case.resumed',
  'case.extended',
  'case.forwarded',
  'case.result_recorded',
  'case.decided',
  'case.delivered',
])
