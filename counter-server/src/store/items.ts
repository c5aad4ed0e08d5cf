import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { ItemDraft } from '../domain/catalogue/item-content.ts'
import { toContent } from './item-content.ts'
import { itemStop } from './schema/catalogue.ts'
import { itemVersion, unit } from './schema/township.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

/** One immutable version of an item (C101). */
export interface Item extends ItemDraft {
  readonly code: ItemCode
  readonly version: number
  readonly initials: string
  readonly unitName: string
  /** From this day on it takes no new case (C108). */
  readonly stoppedOn: PlainDate | null
  /** Null for what came with the township's file. */
  readonly publishedBy: string | null
  readonly publishedAt: Instant | null
}

/** The version of an item in force at a moment: its day has come and it was published by then (C101). */
export function findItemInForce(tx: Tx, code: ItemCode, at: Instant): Item | undefined {
  const row = selectItems(tx)
    .where(
      and(
        eq(itemVersion.code, code),
        lte(itemVersion.effectiveFrom, civilDate(at)),
        or(isNull(itemVersion.publishedAt), lte(itemVersion.publishedAt, at)),
      ),
    )
    .orderBy(desc(itemVersion.version))
    .limit(1)
    .get()
  return row && toItem(row)
}

/** The version that a case keeps for its life (C101). */
export function findItemVersion(tx: Tx, code: ItemCode, version: number): Item | undefined {
  const row = itemByVersion(tx).get({ code, version })
  return row && toItem(row)
}

/** Every version of every item, the oldest first. */
export function findAllVersions(tx: Tx): Item[] {
  return selectItems(tx)
    .orderBy(asc(itemVersion.code), asc(itemVersion.version))
    .limit(20_000)
    .all()
    .map(toItem)
}

/** The items in force on a day whose initials, name or code contain a text; all of them for an empty text (C-2). */
export function findItems(tx: Tx, on: PlainDate, { find, limit }: { find: string; limit: number }): Item[] {
  const newest = sql`${itemVersion.version} = (SELECT max(v.version) FROM item_version v WHERE v.code = ${itemVersion.code} AND v.effective_from <= ${on})`
  return selectItems(tx)
    .where(and(newest, fits(find)))
    .orderBy(asc(itemVersion.code))
    .limit(limit)
    .all()
    .map(toItem)
}

/** Of how many of the last cases the usual items are counted: some weeks of a township. */
const LATELY = 500

/** The items of the last cases, those of the most cases first and none of fewer than `least`; a case's id grows with time. */
export function findUsualItems(tx: Tx, least = 1): ItemCode[] {
  const lately = tx.sql
    .prepare('SELECT item FROM "case" ORDER BY id DESC LIMIT ?')
    .pluck()
    .all(LATELY) as ItemCode[]
  const counts = new Map<ItemCode, number>()
  for (const code of lately) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= least)
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .map(([code]) => code)
}

/** Every version of an item, newest first (C101). */
export function findItemVersions(tx: Tx, code: ItemCode, limit: number): Item[] {
  return selectItems(tx)
    .where(eq(itemVersion.code, code))
    .orderBy(desc(itemVersion.version))
    .limit(limit)
    .all()
    .map(toItem)
}

/** What a page of the catalogue is asked for: a unit, or a text in name, initials or code, after a code. */
export interface CatalogueAsked {
  readonly find: string
  readonly unit: UnitCode | null
  readonly after: string
  readonly limit: number
}

/** The newest version of each item, stopped ones too, in the order of their codes. */
export function findNewestItems(tx: Tx, { find, unit: of, after, limit }: CatalogueAsked): Item[] {
  const newest = sql`${itemVersion.version} = (SELECT max(v.version) FROM item_version v WHERE v.code = ${itemVersion.code})`
  return selectItems(tx)
    .where(
      and(
        gt(itemVersion.code, after as ItemCode),
        newest,
        of === null ? undefined : eq(itemVersion.unit, of),
        fits(find),
      ),
    )
    .orderBy(asc(itemVersion.code))
    .limit(limit)
    .all()
    .map(toItem)
}

/** The highest code that a unit has given out, drafts included: a code is never used again (cases.md 1). */
export function findLastCode(tx: Tx, of: UnitCode): ItemCode | null {
  const pattern = `${of}-[0-9][0-9][0-9]`
  const found = tx.sql
    .prepare(
      `SELECT max(code) FROM (SELECT code FROM item_version WHERE code GLOB ?
       UNION SELECT code FROM catalogue_draft WHERE kind = 'item' AND code GLOB ?)`,
    )
    .pluck()
    .get(pattern, pattern)
  return (found ?? null) as ItemCode | null
}

export type StopRow = typeof itemStop.$inferSelect

export const insertItemStop = (tx: Tx, row: StopRow) => tx.query.insert(itemStop).values(row).run()

/** The stops of an item with their reasons, newest first (C108). */
export function findItemStops(tx: Tx, code: ItemCode): StopRow[] {
  return tx.query
    .select()
    .from(itemStop)
    .where(eq(itemStop.code, code))
    .orderBy(desc(itemStop.version))
    .limit(50)
    .all()
}

function fits(find: string): SQL | undefined {
  const text = find.trim().toLowerCase()
  if (text === '') return undefined
  // What people call it stands in the content, as its version was published (C101).
  const aliases = sql`coalesce(json_extract(${itemVersion.content}, '$.aliases'), '')`
  return sql`(instr(lower(${itemVersion.initials}), ${text}) > 0 OR instr(lower(${itemVersion.name}), ${text}) > 0 OR instr(lower(${itemVersion.code}), ${text}) > 0 OR instr(lower(${aliases}), ${text}) > 0)`
}

// A stop ends the versions up to its own (C108).
const STOPPED_ON = sql<PlainDate | null>`(SELECT min(s.stopped_on) FROM item_stop s WHERE s.code = ${itemVersion.code} AND s.version >= ${itemVersion.version})`

const itemByVersion = statement((query) =>
  selectItems({ query })
    .where(
      and(eq(itemVersion.code, sql.placeholder('code')), eq(itemVersion.version, sql.placeholder('version'))),
    )
    .prepare(),
)

function selectItems({ query }: Pick<Tx, 'query'>) {
  return query
    .select({ item: itemVersion, unitName: unit.name, stoppedOn: STOPPED_ON })
    .from(itemVersion)
    .innerJoin(unit, eq(unit.code, itemVersion.unit))
}

interface ItemRow {
  readonly item: typeof itemVersion.$inferSelect
  readonly unitName: string
  readonly stoppedOn: PlainDate | null
}

function toItem({ item, unitName, stoppedOn }: ItemRow): Item {
  const { draft: _draft, ...row } = item
  return { ...row, unitName, stoppedOn, content: toContent(item.content) }
}
