import { addWorkingDays } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import { effectiveDate } from './due.ts'
import type { CaseFact } from './event.ts'

/**
 * 告知承诺: the resident promises in writing what the papers would prove; the version of the text stays with the case, and
 * the unit checks by a day whether it is true (C206). Refusals: C406, `case.no_pledge`, `case.pledge_made`.
 */
export function makePledge(context: ActContext): CaseFact<'pledge.made'> {
  const { state, item, calendar, at } = context
  checkAct(context, 'pledge')
  if (item.pledge === null || state.unit === null) throw new Refusal('case.no_pledge')
  if (isPledged(context)) throw new Refusal('case.pledge_made')
  const { version, checkWithin } = item.pledge
  const dueOn = addWorkingDays(calendar, effectiveDate(context, at), checkWithin)
  return fact('pledge.made', { version, unit: state.unit, dueOn })
}

/** True when the promise stands in the case already. */
export function isPledged({ state }: Pick<ActContext, 'state'>): boolean {
  return state.subtasks.some(({ pledge }) => pledge !== null)
}
