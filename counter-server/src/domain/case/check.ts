import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'

/** Who checked besides the one who records it. */
export interface CheckAsked {
  readonly by: StaffId
  readonly partner: StaffId
  /** True when the partner is a handler who still has an account. */
  readonly isHandler: boolean
  readonly findings: string
}

/** 核查 by two handlers, with what they found (C421). Refusals: C406, `check.one_person`, `reason.required`. */
export function recordCheck(
  context: ActContext,
  { by, partner, isHandler, findings }: CheckAsked,
): CaseFact<'check.recorded'> {
  checkAct(context, 'record_check')
  if (partner === by || !isHandler) throw new Refusal('check.one_person')
  if (isBlank(findings)) throw new Refusal('reason.required')
  return fact('check.recorded', { people: [by, partner] })
}

/** Refuses a decision while the check that the item asks for is missing (C421, C430). */
export function checkIsThere({ state, item }: ActContext): void {
  if (item.needsCheck && state.checks === 0) throw new Refusal('check.missing')
}
