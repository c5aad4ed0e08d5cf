import type { DraftKind } from '@counter/shared/vocabulary/item'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { actOnDraft, type Drafting, type DraftSeen } from './drafting.ts'

/**
 * A second person publishes the next version of an item, or of the wording of a paper (C101, C901). Everything is checked again
 * at this moment. Refuses `approval.same_person` to whoever wrote on it, `item.*`, `wording.*`, `item_draft.*`.
 */
export function publishDraft<K extends DraftKind, Facts>(
  deps: Pick<Deps, 'store'>,
  drafting: Drafting<K, Facts>,
  seen: DraftSeen,
): Promise<Facts> {
  const { origin } = seen
  return actOnDraft(deps, drafting, seen, {
    name: 'publish',
    states: ['submitted'],
    run: (tx, row) => {
      if (row.authors.includes(origin.actor) || row.submittedBy === origin.actor)
        throw new Refusal('approval.same_person')
      drafting.requirePublishable(tx, row)
      const version = drafting.publish(tx, origin, row)
      // Guides, item lists and papers may be others now.
      tx.tell({ kind: 'settings_changed' })
      return {
        act: 'published',
        change: { state: 'published', settledBy: origin.actor, settledAt: tx.at },
        data: { version },
      }
    },
  })
}
