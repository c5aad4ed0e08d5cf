import type { CaseAction, CaseEventType, CaseStatus } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { checkBackdate } from './backdate.ts'
import type { CaseState } from './case-state.ts'
import type { ClockContext } from './due.ts'
import type { CaseEventPayloads, CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import type { CaseKind } from './kind.ts'
import { allowedActions, type CaseActor, statusAfter } from './lifecycle.ts'

/** What an act is decided from; `at` is when it is said to happen (C306). */
export interface ActContext extends ClockContext {
  readonly state: CaseState
  readonly item: ItemRules
  readonly actor: CaseActor
  readonly at: Instant
  /** Only when it is recorded later than it is said to have happened: when that is, and why (C306). */
  readonly late?: { readonly recordedAt: Instant; readonly reason: string }
}

/** Checks access, kind and status of an act and gives the status it leads to (C406). */
export function checkAct(context: ActContext, action: CaseAction, isComplete = true): CaseStatus {
  const { state, actor } = context
  const after = statusAfter({
    status: state.status,
    action,
    actor,
    kind: kindOf(context),
    statusBefore: state.statusBeforePause,
    isComplete,
  })
  if (isHandedOver(context) && !HAND_OVER_ACTS.includes(action)) {
    const { status } = state
    throw new Refusal('case.wrong_status', { status, action, actions: HAND_OVER_ACTS.join(',') })
  }
  const { late } = context
  if (late !== undefined) checkBackdate({ ...context, at: late.recordedAt }, context.at, late.reason)
  return after
}

/** What this actor may do with the case now: the table, and before a transfer is taken over only that (C401, C802). */
export function possibleActs(context: ActContext): readonly CaseAction[] {
  const { state, actor } = context
  return allowedActions(state.status, actor, kindOf(context)).filter((action) => {
    if (isHandedOver(context)) return HAND_OVER_ACTS.includes(action)
    if (OF_PAIRS.includes(action)) return false
    return action !== 'take_over' && action !== 'send_back'
  })
}

/** Acts on two cases at once, which a case page offers beside the other case (C445). */
const OF_PAIRS: readonly CaseAction[] = ['merge', 'unmerge', 'judge_duplicate']

/** All that a unit may do with a case that it was given and has not taken over: until then the sender answers (C802). */
const HAND_OVER_ACTS: readonly CaseAction[] = ['take_over', 'send_back', 'add_note']

function isHandedOver({ state, actor }: ActContext): boolean {
  return state.handOver !== null && actor === 'handler'
}

function kindOf({ state, item }: ActContext): CaseKind {
  return {
    caseType: state.caseType,
    isConverted: state.flags.includes('converted'),
    townshipRole: item.townshipRole,
  }
}

/** One fact to record, its payload checked against its type. */
export function fact<Type extends CaseEventType>(
  type: Type,
  payload: CaseEventPayloads[Type],
): CaseFact<Type> {
  return { type, payload } as CaseFact<Type>
}

/** True for a text that says nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
