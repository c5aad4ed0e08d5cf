import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, laterOf } from '@counter/shared/vocabulary/plain-date'
import { draftFrom, emptyDraft } from '../../domain/catalogue/draft-content.ts'
import { nextCode } from '../../domain/catalogue/item-code.ts'
import type { ItemDraft } from '../../domain/catalogue/item-content.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type DraftRow, findOpenDraft, insertDraft } from '../../store/item-drafts.ts'
import { findItemVersions, findLastCode } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { type DraftFacts, draftFacts } from './draft-facts.ts'

/** Of which item the next version is to be written, or for which unit a new item. */
export type WantedDraft = { readonly code: ItemCode } | { readonly unit: UnitCode }

/**
 * Begins the next version of an item, or a new item; nothing is public before a second person publishes it (C101). Refuses
 * `item.not_found`, `item_draft.already_open`.
 */
export function startDraft(
  deps: Deps,
  { origin, wanted }: { readonly origin: Origin; readonly wanted: WantedDraft },
): Promise<DraftFacts> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item_draft.start', subject: 'catalogue', content: wanted }, () =>
      'code' in wanted ? nextVersion(tx, deps, origin, wanted.code) : newItem(tx, deps, origin, wanted.unit),
    ),
  )
}

function nextVersion(tx: Tx, deps: Deps, origin: Origin, code: ItemCode): DraftFacts {
  const [newest] = findItemVersions(tx, code, 1)
  if (newest === undefined) throw new Refusal('item.not_found')
  const tomorrow = addDays(civilDate(tx.at), 1)
  const from = laterOf(tomorrow, newest.effectiveFrom)
  return openDraft(tx, deps, origin, { code, base: newest.version, draft: draftFrom(newest, from) })
}

function newItem(tx: Tx, deps: Deps, origin: Origin, unit: UnitCode): DraftFacts {
  if (!findUnits(tx).some(({ code }) => code === unit)) throw new Refusal('item.not_found')
  const draft = emptyDraft(unit, addDays(civilDate(tx.at), 1))
  return openDraft(tx, deps, origin, { code: nextCode(unit, findLastCode(tx, unit)), base: null, draft })
}

/** A draft about to be opened: of which item, and from which version. */
export interface Opened {
  readonly code: ItemCode
  readonly base: number | null
  readonly draft: ItemDraft
}

/** Opens a draft; refuses `item_draft.already_open` while one of the item is written or waits. */
export function openDraft(tx: Tx, deps: Deps, origin: Origin, { code, base, draft }: Opened): DraftFacts {
  if (findOpenDraft(tx, code) !== undefined) throw new Refusal('item_draft.already_open')
  const row: DraftRow = {
    id: deps.newId(),
    code,
    baseVersion: base,
    state: 'draft',
    rev: 1,
    content: draft,
    authors: [origin.actor],
    madeAt: tx.at,
    savedAt: tx.at,
    submittedBy: null,
    submittedAt: null,
    settledBy: null,
    settledAt: null,
    note: '',
  }
  insertDraft(tx, row)
  const data = { code, base, draft }
  tx.record({ type: 'item_draft.started', subject: `item_draft:${row.id}`, version: 1, origin, data })
  tx.tell({ kind: 'figures_changed' })
  return draftFacts(tx, row)
}
