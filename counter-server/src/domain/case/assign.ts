import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'

/** Somebody who may go on with a case. */
export interface Colleague {
  readonly id: StaffId
  readonly unit: UnitCode | null
  readonly isActive: boolean
}

/**
 * 换人办: a colleague of the same unit goes on, with a reason; no clock stops or begins anew (C801). Refusals: C406,
 * `reason.required`, `assign.not_his` when it is no longer the giver's, `assign.bad_colleague`, also for one whom the case
 * concerns (C804).
 */
export function assignCase(
  context: ActContext,
  { from, to, number, reason }: { from: StaffId; to: Colleague; number: string; reason: string },
): CaseFact<'case.assigned'> {
  const { state } = context
  checkAct(context, 'assign')
  if (isBlank(reason)) throw new Refusal('reason.required')
  if (state.person !== from) throw new Refusal('assign.not_his', { number })
  const mayHave =
    to.isActive && to.unit === state.unit && to.id !== from && !state.recused.people.includes(to.id)
  if (!mayHave) throw new Refusal('assign.bad_colleague')
  return fact('case.assigned', { person: to.id, reason })
}
