import type { CaseAction, CaseEventType, CaseStatus } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from './case-state.ts'
import type { ClockContext } from './due.ts'
import type { CaseEventPayloads, CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { type CaseActor, statusAfter } from './lifecycle.ts'

/** What an act is decided from; `at` is when it is said to happen (C306). */
export interface ActContext extends ClockContext {
  readonly state: CaseState
  readonly item: ItemRules
  readonly actor: CaseActor
  readonly at: Instant
}

/** Checks access, kind and status of an act and gives the status it leads to (C406). */
export function checkAct(context: ActContext, action: CaseAction, isComplete = true): CaseStatus {
  const { state, item, actor } = context
  return statusAfter({
    status: state.status,
    action,
    actor,
    kind: {
      caseType: state.caseType,
      isConverted: state.flags.includes('converted'),
      townshipRole: item.townshipRole,
    },
    statusBefore: state.statusBeforePause,
    isComplete,
  })
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
