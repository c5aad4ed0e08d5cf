import type { SubtaskEnd } from '@counter/shared/vocabulary/case'
import type { CaseState, Subtask } from './case-state.ts'
import type { CaseEvent } from './event.ts'

/** A question to another unit, of a handler or of the item itself (C207, C805). */
export function subtaskOpened(
  state: CaseState,
  { id, occurredAt, payload: { unit, dueOn, isJoint } }: CaseEvent<'subtask.opened'>,
): CaseState {
  return withSubtask(state, {
    unit,
    dueOn,
    isJoint: isJoint ?? false,
    eventId: id,
    openedAt: occurredAt,
    pledge: null,
  })
}

/** Whether the pledge is true is a question to the unit that checks it (C206). */
export function pledged(
  state: CaseState,
  { id, occurredAt, payload: { version, unit, dueOn } }: CaseEvent<'pledge.made'>,
): CaseState {
  return withSubtask(state, {
    unit,
    dueOn,
    isJoint: false,
    eventId: id,
    openedAt: occurredAt,
    pledge: version,
  })
}

/** A question to another unit ends with its answer or without one (C805). */
export function withSubtaskEnded(
  state: CaseState,
  { id, occurredAt, payload }: CaseEvent<'subtask.answered' | 'subtask.waived'>,
  how: SubtaskEnd,
): CaseState {
  const ended = { eventId: id, at: occurredAt, how }
  const subtasks = state.subtasks.map((each) =>
    each.eventId === payload.subtask ? { ...each, ended } : each,
  )
  return { ...state, subtasks }
}

function withSubtask(state: CaseState, opened: Omit<Subtask, 'ended'>): CaseState {
  return { ...state, subtasks: [...state.subtasks, { ...opened, ended: null }] }
}
