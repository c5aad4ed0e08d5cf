import { fact } from '../../domain/case/act.ts'
import { caseDues } from '../../domain/case/case-clocks.ts'
import { dueMoves } from '../../domain/case/due-moves.ts'
import type { CaseFact } from '../../domain/case/event.ts'
import { findApplyingChange } from '../../store/clock-changes.ts'
import type { CaseScene } from './case-scene.ts'
import { madeWith, readClockRules } from './clock-rules.ts'

/**
 * What has to be recorded before a case that was last written under other rules is written again: the due dates that moved,
 * with the day that was told (C604, C1502). Null when none did, or when the rules are the same.
 */
export function presentRulesOf({ tx, facts, context }: CaseScene): CaseFact | null {
  const { state, item } = context
  if (state.endedAt !== null || facts.madeWith === madeWith(context)) return null
  const before = caseDues(state, item, readClockRules(tx).madeWith(facts.madeWith), tx.at)
  const moves = dueMoves(before, caseDues(state, item, context, tx.at))
  if (moves.length === 0) return null
  const change = findApplyingChange(tx)
  const applied = { change: change?.id ?? null, moves, toldOn: state.told.at(-1)?.dueOn ?? null }
  return change?.kind === 'setting' ? fact('setting.applied', applied) : fact('calendar.applied', applied)
}
