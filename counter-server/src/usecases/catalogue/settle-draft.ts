import { requirePublishable } from '../../domain/catalogue/check-draft.ts'
import { publishedForm } from '../../domain/catalogue/draft-content.ts'
import { requireReason } from '../../domain/queue/act.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import { type DraftFacts, type DraftSeen, draftChecks, keepDraft, requireDraft } from './draft-facts.ts'

/** Hands a draft to a second person; refuses with everything that is missing (C102 to C105), and `item_draft.*`. */
export function submitDraft(deps: Deps, seen: DraftSeen): Promise<DraftFacts> {
  const { origin, id, rev } = seen
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item_draft.submit', subject: id, content: { id, rev } }, () => {
      const row = requireDraft(tx, seen, ['draft'])
      requirePublishable(publishedForm(row.content), draftChecks(tx, row))
      return keepDraft(tx, origin, {
        type: 'item_draft.submitted',
        row: {
          ...row,
          state: 'submitted',
          rev: rev + 1,
          submittedBy: origin.actor,
          submittedAt: tx.at,
          note: '',
        },
        data: {},
      })
    }),
  )
}

/** Back to writing, with what is to be changed; refuses `reason.required`, `item_draft.*`. */
export function returnDraft(deps: Deps, seen: DraftSeen & { readonly reason: string }): Promise<DraftFacts> {
  const { origin, id, rev, reason } = seen
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item_draft.return', subject: id, content: { id, rev, reason } }, () => {
      const row = requireDraft(tx, seen, ['submitted'])
      const note = requireReason(reason)
      return keepDraft(tx, origin, {
        type: 'item_draft.returned',
        row: { ...row, state: 'draft', rev: rev + 1, settledBy: origin.actor, settledAt: tx.at, note },
        data: { reason: note },
      })
    }),
  )
}

/** Lays a draft aside with a reason; it stays on record (U40). Refuses `reason.required`, `item_draft.*`. */
export function dropDraft(deps: Deps, seen: DraftSeen & { readonly reason: string }): Promise<DraftFacts> {
  const { origin, id, rev, reason } = seen
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item_draft.drop', subject: id, content: { id, rev, reason } }, () => {
      const row = requireDraft(tx, seen, ['draft', 'submitted'])
      const note = requireReason(reason)
      return keepDraft(tx, origin, {
        type: 'item_draft.dropped',
        row: { ...row, state: 'dropped', rev: rev + 1, settledBy: origin.actor, settledAt: tx.at, note },
        data: { reason: note },
      })
    }),
  )
}
