import type { CaseAction } from '@counter/shared/vocabulary/case'
import { possibleActs } from '../../domain/case/act.ts'
import { SIGNED_ACT } from '../../domain/case/approval.ts'
import { isPledged } from '../../domain/case/pledge.ts'
import type { CaseScene } from './case-scene.ts'

/** What this person may do now: the table of acts, less what waits for a signature (C401, C403). */
export function actionsOf({ context, asker }: CaseScene): CaseAction[] {
  const { state, item } = context
  const pending = state.pending === null ? null : SIGNED_ACT[state.pending.kind]
  const offered = possibleActs(context).filter((action) => {
    // Said by the point alone; answered where somebody asked (V73).
    if (action === 'decline_withdrawal') return state.withdrawalAskedAt !== null
    if (action === 'pledge') return item.pledge !== null && !isPledged(context)
    const isSigned = Object.values(SIGNED_ACT).some((signed) => signed === action)
    const signs = asker.actor === 'supervisor' || asker.actor === 'leader'
    // A signer may only sign what is asked; who asks does not ask twice.
    return !isSigned || signs === (pending === action)
  })
  return offered.toSorted((a, b) => rankOf(a) - rankOf(b))
}

/** What carries a case on stands first; what ends or delays it comes after. */
const USUAL_FIRST: readonly CaseAction[] = [
  'accept',
  'finish_on_spot',
  'take_over',
  'hand_in',
  'take',
  'decide',
  'deliver',
]

function rankOf(action: CaseAction): number {
  const place = USUAL_FIRST.indexOf(action)
  return place < 0 ? USUAL_FIRST.length : place
}
