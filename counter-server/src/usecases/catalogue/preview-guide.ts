import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { publishedForm } from '../../domain/catalogue/draft-content.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findOpenDraft } from '../../store/catalogue-drafts.ts'
import { findItemVersions } from '../../store/items.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { type GuideFacts, guideOf } from '../cases/read-guide.ts'
import { initialsOf } from './initials.ts'

/** The open draft of an item as its guide would read once it is published. Refuses `item.not_found`. */
export function previewGuide(tx: Tx, code: ItemCode): GuideFacts {
  const row = findOpenDraft(tx, { kind: 'item', code })
  if (row === undefined) throw new Refusal('item.not_found')
  const [newest] = findItemVersions(tx, code, 1)
  const draft = publishedForm(row.content)
  return guideOf(tx, {
    ...draft,
    code,
    version: (newest?.version ?? 0) + 1,
    initials: initialsOf(draft.name, draft.content.aliases),
    unitName: findUnits(tx).find((unit) => unit.code === draft.unit)?.name ?? draft.unit,
    stoppedOn: null,
    publishedBy: null,
    publishedAt: null,
  })
}
