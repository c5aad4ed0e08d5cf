import type { Decision } from '@counter/shared/vocabulary/case'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import { checkNothingDeferred } from './approval.ts'
import type { CaseFact } from './event.ts'
import { checkNoSubtasks } from './subtask.ts'

/** 上报县级: the county looks at it, both clocks go on (C427, C806). Refusals: C406, `refusal.organ_missing`. */
export function reportUp(context: ActContext, organ: string): CaseFact<'case.reported_up'> {
  checkAct(context, 'report_up')
  return fact('case.reported_up', { organ: namedOrgan(organ) })
}

/**
 * 转报: the organ that decides gets the matter, and the township's promise is kept with it (C428, C806). Refusals: C406,
 * `refusal.organ_missing`, `case.deferred_open`, `case.subtasks_open`.
 */
export function forwardCase(context: ActContext, organ: string): CaseFact<'case.forwarded'> {
  checkAct(context, 'forward')
  checkNothingDeferred(context)
  checkNoSubtasks(context)
  return fact('case.forwarded', { organ: namedOrgan(organ) })
}

/** 登记结果 of the organ that decided (C429). Refusals: C406. */
export function recordResult(context: ActContext, decision: Decision): CaseFact<'case.result_recorded'> {
  checkAct(context, 'record_result')
  return fact('case.result_recorded', { decision })
}

function namedOrgan(organ: string): string {
  if (isBlank(organ)) throw new Refusal('refusal.organ_missing')
  return organ
}
