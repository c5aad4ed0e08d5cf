import type { ClockKind, MarkThreshold } from '@counter/shared/vocabulary/case'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { caseDues } from './case-clocks.ts'
import type { CaseState } from './case-state.ts'
import type { ClockContext } from './due.ts'
import { dueMoves } from './due-moves.ts'
import type { ItemLimits } from './item-rules.ts'
import { dueMarksOf } from './marks.ts'
import type { DueMove } from './rules-applied.ts'

/** One crossing without its date. */
export interface MarkName {
  readonly kind: ClockKind
  readonly threshold: MarkThreshold
}

/** What other rules would do to one open case (C603). */
export interface CaseMove {
  readonly moves: readonly DueMove[]
  readonly toldOn: PlainDate | null
  /** The promise would end after the day that the resident was told, so he has to be told again (C520). */
  readonly isToldBroken: boolean
  readonly appear: readonly MarkName[]
  readonly vanish: readonly MarkName[]
}

/** Compares a case under the rules of now and other ones, or null when nothing of it moves (C603). */
export function caseMove(
  { state, item }: { readonly state: CaseState; readonly item: ItemLimits },
  { now, wanted }: { readonly now: ClockContext; readonly wanted: ClockContext },
  at: Instant,
): CaseMove | null {
  const before = caseDues(state, item, now, at)
  const after = caseDues(state, item, wanted, at)
  const moves = dueMoves(before, after)
  if (moves.length === 0) return null
  const toldOn = state.told.at(-1)?.dueOn ?? null
  const committed = moves.find(({ kind }) => kind === 'committed')
  const marks = { before: dueMarksOf(now, before, at), after: dueMarksOf(wanted, after, at) }
  return {
    moves,
    toldOn,
    isToldBroken: toldOn !== null && committed !== undefined && committed.to > toldOn,
    appear: without(marks.after, marks.before),
    vanish: without(marks.before, marks.after),
  }
}

function without(marks: readonly MarkName[], others: readonly MarkName[]): readonly MarkName[] {
  return marks
    .filter(
      ({ kind, threshold }) => !others.some((other) => other.kind === kind && other.threshold === threshold),
    )
    .map(({ kind, threshold }) => ({ kind, threshold }))
}
