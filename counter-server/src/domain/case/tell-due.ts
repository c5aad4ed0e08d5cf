import type { ToldHow } from '@counter/shared/vocabulary/case'
import { Refusal } from '../refusal.ts'
import { type ActContext, fact } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import type { CaseFact } from './event.ts'

/**
 * The resident has been told the date that is counted now, because it is no longer the one he was told before (C520).
 * Refuses `due.nothing_new` when the promise does not run or is the day that was told.
 */
export function tellDue(context: ActContext, how: ToldHow): CaseFact<'due.told'> {
  const { state, item, at } = context
  const { committed } = caseClocks(state, item, context, at)
  const told = state.told.at(-1)?.dueOn
  const isNew = told !== undefined && committed?.state === 'running' && committed.dueOn !== told
  if (!isNew) throw new Refusal('due.nothing_new')
  return fact('due.told', { how })
}
