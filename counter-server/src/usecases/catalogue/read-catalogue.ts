import type { ItemCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { CentreWords } from '../../domain/catalogue/draft-gaps.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type DraftRow, findDraftsOf, findOpenDrafts } from '../../store/catalogue-drafts.ts'
import {
  type CatalogueAsked,
  findItemInForce,
  findItemStops,
  findItemVersions,
  findNewestItems,
  type Item,
} from '../../store/items.ts'
import { nameOfActor } from '../../store/settings.ts'
import { findUnits, type UnitFacts } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { centreWords } from './centre-words.ts'
import { type DraftFacts, draftFacts } from './draft-facts.ts'

/** A line of the catalogue: the newest version, the one in force if that is another, and the draft that waits. */
export interface CatalogueRow {
  readonly newest: Item
  readonly inForce: Item | null
  readonly draft: DraftRow | null
}

export interface CataloguePage {
  readonly units: readonly UnitFacts[]
  readonly rows: readonly CatalogueRow[]
  /** Items that are being written for the first time. */
  readonly fresh: readonly DraftRow[]
  readonly next: string | null
}

const MOST_DRAFTS = 500

export function readCatalogue(tx: Tx, asked: CatalogueAsked): CataloguePage {
  const drafts = findOpenDrafts(tx, 'item', MOST_DRAFTS)
  const draftOf = new Map(drafts.map((row) => [row.code, row]))
  const found = findNewestItems(tx, { ...asked, limit: asked.limit + 1 })
  const items = found.slice(0, asked.limit)
  return {
    units: findUnits(tx),
    rows: items.map((newest) => ({
      newest,
      inForce: findItemInForce(tx, newest.code, tx.at) ?? null,
      draft: draftOf.get(newest.code) ?? null,
    })),
    fresh: asked.after === '' ? drafts.filter((row) => row.baseVersion === null) : [],
    next: found.length > asked.limit ? (items.at(-1)?.code ?? null) : null,
  }
}

/** An item with all its versions and drafts: everything that was ever shown can be read again (C101). */
export interface ItemFacts {
  readonly code: ItemCode
  readonly versions: readonly {
    readonly item: Item
    readonly publishedBy: string | null
    readonly isInForce: boolean
  }[]
  readonly stops: readonly {
    readonly version: number
    readonly stoppedOn: PlainDate
    readonly reason: string
    readonly stoppedBy: string
  }[]
  readonly drafts: readonly DraftFacts[]
  readonly units: readonly UnitFacts[]
  readonly centre: CentreWords
}

const MOST_VERSIONS = 100
const SHOWN_DRAFTS = 20

/** Refuses `item.not_found` where there is neither a version nor a draft. */
export function readItem(tx: Tx, code: ItemCode): ItemFacts {
  const versions = findItemVersions(tx, code, MOST_VERSIONS)
  const drafts = findDraftsOf(tx, { kind: 'item', code }, SHOWN_DRAFTS)
  if (versions.length === 0 && drafts.length === 0) throw new Refusal('item.not_found')
  const inForce = findItemInForce(tx, code, tx.at)
  return {
    code,
    versions: versions.map((item) => ({
      item,
      publishedBy: item.publishedBy === null ? null : nameOfActor(tx, item.publishedBy),
      isInForce: item.version === inForce?.version,
    })),
    stops: findItemStops(tx, code).map(({ version, stoppedOn, reason, stoppedBy }) => ({
      version,
      stoppedOn,
      reason,
      stoppedBy: nameOfActor(tx, stoppedBy),
    })),
    drafts: drafts.map((row) => draftFacts(tx, row)),
    units: findUnits(tx),
    centre: centreWords(tx),
  }
}
