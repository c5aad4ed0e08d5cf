import type { CaseFlag } from '@counter/shared/vocabulary/case'
import type { CaseState } from './case-state.ts'
import type { CaseEventPayloads } from './event.ts'

/** The state with a flag, once (C304). */
export function withFlag(state: CaseState, flag: CaseFlag): CaseState {
  return state.flags.includes(flag) ? state : { ...state, flags: [...state.flags, flag] }
}

/** A case is a possible duplicate as long as a look-alike of it is unjudged (C445). */
export function withAlikeLeft(state: CaseState, left: number): CaseState {
  return left > 0 ? state : withoutFlag(state, 'possible_duplicate')
}

export function withoutFlag(state: CaseState, flag: CaseFlag): CaseState {
  return { ...state, flags: state.flags.filter((each) => each !== flag) }
}

/** A promise or a statutory limit that was missed stays missed (C304, C702). */
export function overdueFlagged(
  state: CaseState,
  { kind, threshold }: CaseEventPayloads['mark.fired'],
): CaseState {
  if (threshold !== 'red') return state
  if (kind === 'committed') return withFlag(state, 'overdue')
  return kind === 'statutory' ? withFlag(state, 'overdue_statutory') : state
}
