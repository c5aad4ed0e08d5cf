import type { ItemDraft } from '../../domain/catalogue/item-content.ts'
import { Refusal } from '../../domain/refusal.ts'
import { once } from '../../store/receipts.ts'
import { findUnits } from '../../store/township.ts'
import type { Deps } from '../deps.ts'
import { type DraftFacts, type DraftSeen, keepDraft, requireDraft } from './draft-facts.ts'

/** Keeps what was written; gaps are told and do not stop it (U15, C102). Refuses `item_draft.*`, `item.not_found`. */
export function saveDraft(
  deps: Deps,
  { draft, ...seen }: DraftSeen & { readonly draft: ItemDraft },
): Promise<DraftFacts> {
  const { origin, id, rev } = seen
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item_draft.save', subject: id, content: { id, rev, draft } }, () => {
      const row = requireDraft(tx, seen, ['draft'])
      if (!findUnits(tx).some(({ code }) => code === draft.unit)) throw new Refusal('item.not_found')
      const authors = row.authors.includes(origin.actor) ? row.authors : [...row.authors, origin.actor]
      const saved = { ...row, rev: rev + 1, content: draft, authors, savedAt: tx.at }
      return keepDraft(tx, origin, { type: 'item_draft.saved', row: saved, data: { draft } })
    }),
  )
}
