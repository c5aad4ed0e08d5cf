import { requirePublishable } from '../../domain/catalogue/check-draft.ts'
import { publishedForm, withPledgeVersion } from '../../domain/catalogue/draft-content.ts'
import type { ItemDraft } from '../../domain/catalogue/item-content.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { DraftRow } from '../../store/item-drafts.ts'
import { findItemVersions } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { insertItemVersion } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type DraftFacts, type DraftSeen, draftChecks, keepDraft, requireDraft } from './draft-facts.ts'
import { initialsOf } from './initials.ts'

/**
 * A second person puts the next version into the catalogue; it holds from its day on, and cases received before keep theirs
 * (C101). Everything is checked again at this moment. Refuses `approval.same_person` to whoever wrote on it, `item.*`,
 * `item_draft.*`.
 */
export function publishDraft(deps: Deps, seen: DraftSeen): Promise<DraftFacts> {
  const { origin, id, rev } = seen
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item_draft.publish', subject: id, content: { id, rev } }, () => {
      const row = requireDraft(tx, seen, ['submitted'])
      if (row.authors.includes(origin.actor) || row.submittedBy === origin.actor)
        throw new Refusal('approval.same_person')
      const draft = withPledgeVersion(publishedForm(row.content), findItemVersions(tx, row.code, 1)[0])
      requirePublishable(draft, draftChecks(tx, row))
      const version = putIntoCatalogue(tx, origin, row, draft)
      const published: DraftRow = {
        ...row,
        state: 'published',
        rev: rev + 1,
        settledBy: origin.actor,
        settledAt: tx.at,
      }
      // Guides and item lists may be others now.
      tx.tell({ kind: 'settings_changed' })
      return keepDraft(tx, origin, { type: 'item_draft.published', row: published, data: { version } })
    }),
  )
}

function putIntoCatalogue(tx: Tx, origin: Origin, { id, code }: DraftRow, draft: ItemDraft): number {
  const version = (findItemVersions(tx, code, 1)[0]?.version ?? 0) + 1
  insertItemVersion(tx, {
    code,
    version,
    effectiveFrom: draft.effectiveFrom,
    name: draft.name,
    initials: initialsOf(draft.name),
    unit: draft.unit,
    caseType: draft.caseType,
    villageAgency: draft.villageAgency,
    inPersonRequired: draft.inPersonRequired,
    confidentiality: draft.confidentiality,
    content: draft.content,
    publishedBy: origin.actor,
    publishedAt: tx.at,
    draft: id,
  })
  const data = { draft: id, effectiveFrom: draft.effectiveFrom, unit: draft.unit }
  tx.record({ type: 'item.published', subject: `item:${code}`, version, origin, data })
  return version
}
