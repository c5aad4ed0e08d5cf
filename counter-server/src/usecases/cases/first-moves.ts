import type { CaseMove } from '../../domain/case/change-preview.ts'
import type { OpenCase } from '../../store/open-cases.ts'

export type MovedCase = CaseMove & { readonly facts: OpenCase }

/** Gathers the moves of thousands of cases one by one and keeps those that are read first. */
export interface FirstMoves {
  add(move: MovedCase): void
  /** The first ones: broken promises, then by the new date, so that what somebody has to act on stands at the top. */
  first(): readonly MovedCase[]
}

/** Put in order a few hundred at a time: all of them at once would hold the hall, and so would clearing them away. */
export function createFirstMoves(most: number): FirstMoves {
  let kept: MovedCase[] = []
  const cut = () => {
    kept = kept.toSorted(inOrder).slice(0, most)
  }
  return {
    add(move) {
      kept.push(move)
      if (kept.length >= 2 * most) cut()
    },
    first() {
      cut()
      return kept
    },
  }
}

// Of the same day in the order in which they came.
function inOrder(a: MovedCase, b: MovedCase): number {
  const [one, other] = [keyOf(a), keyOf(b)]
  return one < other ? -1 : Number(one > other)
}

function keyOf({ isToldBroken, moves }: MovedCase): string {
  return `${isToldBroken ? 0 : 1}${moves[0]?.to ?? ''}`
}
