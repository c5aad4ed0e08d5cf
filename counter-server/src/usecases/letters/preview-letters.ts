import type { ClockContext } from '../../domain/case/due.ts'
import { dueMoves } from '../../domain/case/due-moves.ts'
import { letterClocks } from '../../domain/letter/letter-clocks.ts'
import { projectLetter } from '../../domain/letter/letter-projection.ts'
import { findBareLetterEvents } from '../../store/letter-events.ts'
import { findWaitingLetters } from '../../store/letters.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

/** What other rules would do to the letters that wait for an answer (C603). */
export interface LetterMoves {
  readonly examined: number
  readonly moved: number
  /** Their writers were told an earlier day than the new one (C520). */
  readonly broken: number
}

const BATCH = 10

/** Walks through every letter that waits in steps, so that the hall has its turn between two of them. */
export async function previewLetters(
  { store }: Pick<Deps, 'store'>,
  rules: { readonly now: ClockContext; readonly wanted: ClockContext },
): Promise<LetterMoves> {
  let sum: LetterMoves = { examined: 0, moved: 0, broken: 0 }
  for (let after = ''; ; ) {
    const ids = store.read((tx) => {
      const found = findWaitingLetters(tx, after, BATCH)
      for (const id of found) sum = withMove(sum, moveOf(tx, id, rules))
      return found
    })
    const last = ids.at(-1)
    if (last === undefined || ids.length < BATCH) return sum
    after = last
    await new Promise(setImmediate)
  }
}

function moveOf(tx: Tx, id: string, rules: { readonly now: ClockContext; readonly wanted: ClockContext }) {
  const state = projectLetter(findBareLetterEvents(tx, id))
  const moves = dueMoves(letterClocks(state, rules.now, tx.at), letterClocks(state, rules.wanted, tx.at))
  const toldOn = state.told.at(-1)?.dueOn
  const isBroken = moves.some(({ kind, to }) => kind === 'committed' && toldOn !== undefined && to > toldOn)
  return { isMoved: moves.length > 0, isBroken }
}

function withMove(sum: LetterMoves, { isMoved, isBroken }: ReturnType<typeof moveOf>): LetterMoves {
  return {
    examined: sum.examined + 1,
    moved: sum.moved + (isMoved ? 1 : 0),
    broken: sum.broken + (isBroken ? 1 : 0),
  }
}
