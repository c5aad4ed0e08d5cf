import { LETTER_CLOCKS, type LetterClock } from '@counter/shared/vocabulary/letter'
import type { ItemMove } from '../case/rules-applied.ts'
import type { LetterContext } from './letter-act.ts'
import { letterClocks } from './letter-clocks.ts'
import type { LetterState } from './letter-state.ts'

/** Every due date that a correction moves: as it was and as it is then, null where a clock does not run (C302). */
export function movesTo(context: LetterContext, corrected: LetterState): readonly ItemMove<LetterClock>[] {
  const before = letterClocks(context.state, context, context.at)
  const after = letterClocks(corrected, context, context.at)
  return LETTER_CLOCKS.flatMap((kind): ItemMove<LetterClock>[] => {
    const from = before[kind]?.dueOn ?? null
    const to = after[kind]?.dueOn ?? null
    return from === to ? [] : [{ kind, from, to }]
  })
}
