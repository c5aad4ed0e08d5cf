import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, laterOf } from '@counter/shared/vocabulary/plain-date'
import { draftFrom, emptyDraft } from '../../domain/catalogue/draft-content.ts'
import { nextCode } from '../../domain/catalogue/item-code.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findItemVersions, findLastCode } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { DraftFacts } from './draft-facts.ts'
import { openDraft } from './drafting.ts'
import { ITEM_DRAFTING } from './item-drafting.ts'

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
  const opening = { origin, drafting: ITEM_DRAFTING }
  return openDraft(tx, deps, opening, { code, base: newest.version, content: draftFrom(newest, from) })
}

function newItem(tx: Tx, deps: Deps, origin: Origin, unit: UnitCode): DraftFacts {
  if (!findUnits(tx).some(({ code }) => code === unit)) throw new Refusal('item.not_found')
  const content = emptyDraft(unit, addDays(civilDate(tx.at), 1))
  const code = nextCode(unit, findLastCode(tx, unit))
  return openDraft(tx, deps, { origin, drafting: ITEM_DRAFTING }, { code, base: null, content })
}
