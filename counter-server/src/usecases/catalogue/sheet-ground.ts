import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
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
export interface KnownCatalogue extends SheetGround {
  /** The newest version of each item. */
  readonly versions: ReadonlyMap<ItemCode, number>
  /** Another one is another catalogue. */
  readonly stamp: string
}

export function sheetGround(tx: Tx): KnownCatalogue {
  const newest = findNewestItems(tx, EVERYTHING)
  const known = new Map(newest.map((item) => [item.code, item]))
  const versions = new Map(newest.map(({ code, version }) => [code, version]))
  const inWork = new Set(findOpenDrafts(tx, 'item', MOST_ITEMS).map(({ code }) => code))
  const tomorrow = addDays(civilDate(tx.at), 1)
  const units = unitNames(tx)
  return {
    known,
    units,
    from: (code) => laterOf(tomorrow, known.get(code)?.effectiveFrom ?? tomorrow),
    inWork,
    versions,
    stamp: JSON.stringify([tomorrow, units, [...versions], [...inWork]]),
  }
}

const EVERYTHING = { find: '', unit: null, after: '', limit: MOST_ITEMS } as const

function newestItems(tx: Tx): CodedItem[] {
  return findNewestItems(tx, EVERYTHING).map((item) => ({ code: item.code, item }))
}

function unitNames(tx: Tx): UnitNames {
  const names = findUnits(tx).map(({ code, name }) => [code, { zh: name }] as const)
  return Object.fromEntries(names) as Record<UnitCode, { readonly zh: string }>
}
