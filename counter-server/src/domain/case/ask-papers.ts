import type { Limit } from '@counter/shared/vocabulary/clock'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'
import type { SupplementLine } from './material-mark.ts'
import { checkLines } from './supplement.ts'

/** What is asked for after acceptance, under which rule of the county, and the number of the paper that says so. */
export interface PapersAsked {
  readonly lines: readonly SupplementLine[]
  readonly basis: string
  readonly paperNumber: string
}

/**
 * Papers found missing after acceptance: the clock goes on (C516). Only where the county's rule says otherwise and the centre
 * has set it so the clock stops, with that rule named. Refusals: C406, those of a list, `reason.required`.
 */
export function askForPapers(
  context: ActContext,
  { lines, basis, paperNumber }: PapersAsked,
): readonly (CaseFact<'papers.asked'> | CaseFact<'case.paused'>)[] {
  checkAct(context, 'ask_papers')
  checkLines(context, lines)
  if (!papersStopClock(context)) return [fact('papers.asked', { lines, basis: '' })]
  if (isBlank(basis)) throw new Refusal('reason.required')
  const told: Limit = { value: context.settings.supplementWait, unit: 'workday' }
  return [
    fact('papers.asked', { lines, basis }),
    fact('case.paused', { reason: 'awaited_papers', told, noticeNumber: paperNumber }),
  ]
}

/** True where papers asked for after acceptance stop the clock (C516). */
export function papersStopClock({ settings }: Pick<ActContext, 'settings'>): boolean {
  return settings.afterAcceptance === 'pause'
}
