import { dueMoves } from '../../domain/case/due-moves.ts'
import type { LetterContext } from '../../domain/letter/letter-act.ts'
import { letterClocks } from '../../domain/letter/letter-clocks.ts'
import { type LetterFact, letterFact } from '../../domain/letter/letter-event.ts'
import { findApplyingChange } from '../../store/clock-changes.ts'
import type { LetterFacts } from '../../store/letters.ts'
import type { Tx } from '../../store/tx.ts'
import { madeWith, readClockRules } from '../cases/clock-rules.ts'
import { isLetterAnswered } from './project-letter.ts'

/** A letter with the rules it was last written under. */
interface Ruled {
  readonly tx: Tx
  readonly facts: Pick<LetterFacts, 'madeWith'>
  readonly context: LetterContext
}

/**
 * What has to be recorded before a letter that was last written under other rules is written again: the due dates that
 * moved, with the day that was told (C604). Null when none did; what is answered keeps its verdict (C605).
 */
export function appliedRules({ tx, facts, context }: Ruled): LetterFact | null {
  const { state } = context
  if (isLetterAnswered(state) || facts.madeWith === madeWith(context)) return null
  const before = letterClocks(state, readClockRules(tx).madeWith(facts.madeWith), tx.at)
  const moves = dueMoves(before, letterClocks(state, context, tx.at))
  if (moves.length === 0) return null
  const change = findApplyingChange(tx)
  const applied = { change: change?.id ?? null, moves, toldOn: state.told.at(-1)?.dueOn ?? null }
  return change?.kind === 'setting'
    ? letterFact('setting.applied', applied)
    : letterFact('calendar.applied', applied)
}
