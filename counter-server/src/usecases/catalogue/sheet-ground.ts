import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, laterOf } from '@counter/shared/vocabulary/plain-date'
import {
  type CodedItem,
  type SheetGround,
  writeCatalogueSheets,
} from '../../domain/catalogue/catalogue-sheets.ts'
import type { UnitNames } from '../../domain/catalogue/item-columns.ts'
import { findOpenDrafts } from '../../store/catalogue-drafts.ts'
import { findNewestItems } from '../../store/items.ts'
import { findUnits } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'

/** More items than any township has; a sheet that brings more is refused. */
export const MOST_ITEMS = 1_000

/** The whole catalogue as sheets, as it will stand after what is published already (K52). */
export function exportCatalogue(tx: Tx): ReturnType<typeof writeCatalogueSheets> {
  return writeCatalogueSheets(newestItems(tx), unitNames(tx))
}

/** What an uploaded catalogue is read against. */
export function sheetGround(tx: Tx): SheetGround {
  const known = new Map(newestItems(tx).map(({ code, item }) => [code, item]))
  const tomorrow = addDays(civilDate(tx.at), 1)
  return {
    known,
    units: unitNames(tx),
    from: (code) => laterOf(tomorrow, known.get(code)?.effectiveFrom ?? tomorrow),
    inWork: new Set(findOpenDrafts(tx, 'item', MOST_ITEMS).map(({ code }) => code)),
  }
}

function newestItems(tx: Tx): CodedItem[] {
  return findNewestItems(tx, { find: '', unit: null, after: '', limit: MOST_ITEMS }).map((item) => ({
    code: item.code,
    item,
  }))
}

function unitNames(tx: Tx): UnitNames {
  const names = findUnits(tx).map(({ code, name }) => [code, { zh: name }] as const)
  return Object.fromEntries(names) as Record<UnitCode, { readonly zh: string }>
}
