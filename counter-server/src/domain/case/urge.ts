import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { addWorkingDays } from '../calendar/working-calendar.ts'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact } from './act.ts'
import type { CaseFact } from './event.ts'

/** 催办. A resident may urge once in some working days: `case.urge_too_soon` names the next date (C706). */
export function urgeCase(context: ActContext): CaseFact<'case.urged'> {
  checkAct(context, 'urge')
  const by = context.actor === 'token' ? 'resident' : 'supervisor'
  const { residentUrgedAt } = context.state
  if (by === 'resident' && residentUrgedAt !== null) {
    const next = addWorkingDays(context.calendar, civilDate(residentUrgedAt), context.settings.urgeEvery)
    if (civilDate(context.at) < next) throw new Refusal('case.urge_too_soon', { date: next })
  }
  return fact('case.urged', { by })
}
