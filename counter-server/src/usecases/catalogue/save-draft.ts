import type { DraftKind } from '@counter/shared/vocabulary/item'
import type { Drafted } from '../../store/catalogue-drafts.ts'
import type { Deps } from '../deps.ts'
import { actOnDraft, type Drafting, type DraftSeen } from './drafting.ts'

/** Keeps what was written; gaps are told and do not stop it (U15, C102). Refuses `item_draft.*`, `item.not_found`. */
export function saveDraft<K extends DraftKind, Facts>(
  deps: Pick<Deps, 'store'>,
  drafting: Drafting<K, Facts>,
  seen: DraftSeen & { readonly draft: Drafted[K]['content'] },
): Promise<Facts> {
  const { draft, origin } = seen
  return actOnDraft(deps, drafting, seen, {
    name: 'save',
    states: ['draft'],
    content: { draft },
    run: (tx, row) => {
      drafting.requireKeepable(tx, draft)
      const authors = row.authors.includes(origin.actor) ? row.authors : [...row.authors, origin.actor]
      return { act: 'saved', change: { authors, savedAt: tx.at }, content: draft, data: { draft } }
    },
  })
}
