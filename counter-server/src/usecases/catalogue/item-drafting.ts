import { requirePublishable } from '../../domain/catalogue/check-draft.ts'
import { publishedForm, samplesOf, withPledgeVersion } from '../../domain/catalogue/draft-content.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { DraftRow } from '../../store/catalogue-drafts.ts'
import { findSample } from '../../store/item-samples.ts'
import { findItemVersions } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { findUnits, insertItemVersion } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { type DraftFacts, draftChecks, draftFacts } from './draft-facts.ts'
import type { Drafting } from './drafting.ts'
import { initialsOf } from './initials.ts'

/** How the next version of an item is drafted; it holds from its day on, and cases received before keep theirs (C101). */
export const ITEM_DRAFTING: Drafting<'item', DraftFacts> = {
  kind: 'item',
  facts: draftFacts,
  requireKeepable: (tx, { unit, content }) => {
    if (!findUnits(tx).some(({ code }) => code === unit)) throw new Refusal('item.not_found')
    for (const sample of samplesOf(content))
      if (findSample(tx, sample) === undefined) throw new Refusal('file.not_found')
  },
  requirePublishable: (tx, row) => requirePublishable(publishedForm(row.content), draftChecks(tx, row)),
  publish: putIntoCatalogue,
}

function putIntoCatalogue(tx: Tx, origin: Origin, { id, code, content }: DraftRow): number {
  const [newest] = findItemVersions(tx, code, 1)
  const draft = withPledgeVersion(publishedForm(content), newest)
  const version = (newest?.version ?? 0) + 1
  insertItemVersion(tx, {
    code,
    version,
    effectiveFrom: draft.effectiveFrom,
    name: draft.name,
    initials: initialsOf(draft.name, draft.content.aliases),
    unit: draft.unit,
    caseType: draft.caseType,
    villageAgency: draft.villageAgency,
    inPersonRequired: draft.inPersonRequired,
    committeeMayAsk: draft.committeeMayAsk,
    relativeFiling: draft.relativeFiling,
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
