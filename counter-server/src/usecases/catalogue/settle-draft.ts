import type { DraftKind } from '@counter/shared/vocabulary/item'
import { requireReason } from '../../domain/queue/act.ts'
import type { Deps } from '../deps.ts'
import { actOnDraft, type Drafting, type DraftSeen } from './drafting.ts'

type Store = Pick<Deps, 'store'>
type Why = DraftSeen & { readonly reason: string }

/** Hands a draft to a second person; refuses with everything that is missing (C102 to C105, C901), and `item_draft.*`. */
export function submitDraft<K extends DraftKind, Facts>(
  deps: Store,
  drafting: Drafting<K, Facts>,
  seen: DraftSeen,
): Promise<Facts> {
  return actOnDraft(deps, drafting, seen, {
    name: 'submit',
    states: ['draft'],
    run: (tx, row) => {
      drafting.requirePublishable(tx, row)
      const by = { submittedBy: seen.origin.actor, submittedAt: tx.at, note: '' }
      return { act: 'submitted', change: { state: 'submitted', ...by }, data: {} }
    },
  })
}

/** Back to writing, with what is to be changed; refuses `reason.required`, `item_draft.*`. */
export function returnDraft<K extends DraftKind, Facts>(
  deps: Store,
  drafting: Drafting<K, Facts>,
  seen: Why,
): Promise<Facts> {
  const { origin, reason } = seen
  return actOnDraft(deps, drafting, seen, {
    name: 'return',
    states: ['submitted'],
    content: { reason },
    run: (tx) => {
      const note = requireReason(reason)
      const by = { settledBy: origin.actor, settledAt: tx.at, note }
      return { act: 'returned', change: { state: 'draft', ...by }, data: { reason: note } }
    },
  })
}

/** Lays a draft aside with a reason; it stays on record (U40). Refuses `reason.required`, `item_draft.*`. */
export function dropDraft<K extends DraftKind, Facts>(
  deps: Store,
  drafting: Drafting<K, Facts>,
  seen: Why,
): Promise<Facts> {
  const { origin, reason } = seen
  return actOnDraft(deps, drafting, seen, {
    name: 'drop',
    states: ['draft', 'submitted'],
    content: { reason },
    run: (tx) => {
      const note = requireReason(reason)
      const by = { settledBy: origin.actor, settledAt: tx.at, note }
      return { act: 'dropped', change: { state: 'dropped', ...by }, data: { reason: note } }
    },
  })
}
