import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { ClockReading } from '@counter/shared/vocabulary/clock'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { civilDate, earlierOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, fact, isBlank } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import type { Subtask } from './case-state.ts'
import type { CaseFact } from './event.ts'
import { checkUnitMayHave } from './recusal.ts'

/** What another unit is asked for, and by when. */
export interface SubtaskAsked {
  readonly unit: UnitCode
  readonly isUnit: boolean
  readonly content: string
  readonly dueOn: PlainDate
}

const UNDER_WAY: readonly CaseStatus[] = ['accepted', 'reviewing', 'paused']

/**
 * 协办: the handler asks another unit while the case goes on; no clock stops (C805). Refusals: `case.forbidden`,
 * `case.wrong_status`, `reason.required`, `transfer.bad_target`, `subtask.after_case_due` with the case's day.
 */
export function openSubtask(context: ActContext, asked: SubtaskAsked): CaseFact<'subtask.opened'> {
  const { state, actor, item, at } = context
  if (actor !== 'handler') throw new Refusal('case.forbidden')
  if (!UNDER_WAY.includes(state.status) || state.handOver !== null)
    throw new Refusal('case.wrong_status', { status: state.status, action: 'subtask', actions: '' })
  const { unit, isUnit, content, dueOn } = asked
  if (isBlank(content)) throw new Refusal('reason.required')
  if (unit === state.unit || !isUnit) throw new Refusal('transfer.bad_target')
  checkUnitMayHave(state, unit)
  if (dueOn < civilDate(at)) throw new Refusal('request.invalid')
  const { committed } = caseClocks(state, item, context, at)
  if (committed !== null && dueOn > committed.dueOn)
    throw new Refusal('subtask.after_case_due', { date: committed.dueOn })
  return fact('subtask.opened', { unit, dueOn })
}

/** The answer of the unit that was asked (C805). Refusals: `subtask.not_found`, `subtask.ended`, `reason.required`. */
export function answerSubtask(
  context: ActContext,
  {
    subtask,
    unit,
    result,
  }: { readonly subtask: string; readonly unit: UnitCode | null; readonly result: string },
): CaseFact<'subtask.answered'> {
  if (openOne(context, subtask, (each) => each.unit === unit) && isBlank(result))
    throw new Refusal('reason.required')
  return fact('subtask.answered', { subtask })
}

/** The supervisor lets a case go on without the answer (C805). Refusals as `answerSubtask`, `case.forbidden`. */
export function waiveSubtask(
  context: ActContext,
  subtask: string,
  reason: string,
): CaseFact<'subtask.waived'> {
  if (context.actor !== 'supervisor') throw new Refusal('case.forbidden')
  if (openOne(context, subtask, () => true) && isBlank(reason)) throw new Refusal('reason.required')
  return fact('subtask.waived', { subtask, reason })
}

/** Refuses a decision while another unit's answer is awaited, with how many (C430, C805). */
export function checkNoSubtasks({ state }: ActContext): void {
  // Whether a promise was true is looked at after the decision as well (C206).
  const open = state.subtasks.filter(({ ended, pledge }) => ended === null && pledge === null)
  if (open.length > 0) throw new Refusal('case.subtasks_open', { n: open.length })
}

/** When a sub-task is due: its own day, cut when the case is now due earlier (C805). A paused case has no day of its own. */
export function subtaskDueOn(
  { dueOn, pledge }: Subtask,
  committed: Pick<ClockReading, 'state' | 'dueOn'> | null,
): PlainDate {
  if (pledge !== null) return dueOn
  return committed === null || committed.state === 'paused' ? dueOn : earlierOf(dueOn, committed.dueOn)
}

// What is not this unit's it cannot know of (C402).
function openOne({ state }: ActContext, id: string, isAsked: (each: Subtask) => boolean): true {
  const found = state.subtasks.find((each) => each.eventId === id && isAsked(each))
  if (found === undefined) throw new Refusal('subtask.not_found')
  if (found.ended !== null || (state.endedAt !== null && found.pledge === null))
    throw new Refusal('subtask.ended')
  return true
}
