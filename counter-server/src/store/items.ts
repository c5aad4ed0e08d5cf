import type { CaseType, MaterialSource, PauseReason } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { StatutoryLimit, TownshipRole } from '../domain/case/item-rules.ts'
import { itemVersion, unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** One item as the catalogue's file writes it (cases.md 1). */
export interface ItemContent {
  readonly category: string
  /** 行政权力类型: 01 is a licence. */
  readonly powerTypeCode: string
  readonly townshipRole: TownshipRole
  readonly twoPersonCheck?: boolean
  readonly conditions: readonly string[]
  readonly statutoryLimit: (StatutoryLimit & { readonly text: string }) | null
  readonly committedLimit: Limit & { readonly text: string }
  readonly extension: { readonly max: number; readonly unit: Limit['unit']; readonly basis: string } | null
  readonly pauseReasons: readonly PauseReason[]
  readonly publicNotice: {
    readonly days: number
    readonly unit: Limit['unit']
    readonly where: string
    readonly excludedFromClock: boolean
  } | null
  readonly steps: readonly string[]
  readonly materials: readonly {
    readonly name: string
    readonly original: number
    readonly copies: number
    readonly required: boolean
    readonly deferrable: boolean
    readonly source: MaterialSource
    readonly note?: string
  }[]
  readonly legalBasis: readonly string[]
  readonly fee: { readonly amountFen: number; readonly text: string }
  readonly resultName: string
  /** 联办 (C207). */
  readonly jointUnits?: readonly UnitCode[]
  /** 告知承诺 (C206). */
  readonly pledge?: { readonly version: number; readonly text: string; readonly checkWithin: number }
  readonly verify: boolean
}

/** One immutable version of an item (C101). */
export interface Item {
  readonly code: ItemCode
  readonly version: number
  readonly effectiveFrom: PlainDate
  readonly name: string
  readonly initials: string
  readonly unit: UnitCode
  readonly unitName: string
  readonly caseType: CaseType
  readonly villageAgency: boolean
  readonly inPersonRequired: boolean
  readonly confidentiality: 'normal' | 'sensitive' | 'minor' | 'restricted' | 'whistleblower'
  readonly stoppedOn: PlainDate | null
  readonly content: ItemContent
}

/** The version of an item in force on a day (C101). */
export function findItemInForce(tx: Tx, code: ItemCode, on: PlainDate): Item | undefined {
  const row = selectItems(tx)
    .where(and(eq(itemVersion.code, code), lte(itemVersion.effectiveFrom, on)))
    .orderBy(desc(itemVersion.version))
    .limit(1)
    .get()
  return row && toItem(row)
}

/** The version that a case keeps for its life (C101). */
export function findItemVersion(tx: Tx, code: ItemCode, version: number): Item | undefined {
  const row = selectItems(tx)
    .where(and(eq(itemVersion.code, code), eq(itemVersion.version, version)))
    .get()
  return row && toItem(row)
}

/** The items in force on a day whose initials, name or code contain a text; all of them for an empty text (C-2). */
export function findItems(tx: Tx, on: PlainDate, { find, limit }: { find: string; limit: number }): Item[] {
  const text = find.trim().toLowerCase()
  const fits = sql`(instr(lower(${itemVersion.initials}), ${text}) > 0 OR instr(lower(${itemVersion.name}), ${text}) > 0 OR instr(lower(${itemVersion.code}), ${text}) > 0)`
  const newest = sql`${itemVersion.version} = (SELECT max(v.version) FROM item_version v WHERE v.code = ${itemVersion.code} AND v.effective_from <= ${on})`
  return selectItems(tx)
    .where(text === '' ? newest : and(newest, fits))
    .orderBy(asc(itemVersion.code))
    .limit(limit)
    .all()
    .map(toItem)
}

function selectItems(tx: Tx) {
  return tx.query
    .select({ item: itemVersion, unitName: unit.name })
    .from(itemVersion)
    .innerJoin(unit, eq(unit.code, itemVersion.unit))
}

function toItem({ item, unitName }: { item: typeof itemVersion.$inferSelect; unitName: string }): Item {
  return { ...item, unitName, content: item.content as ItemContent }
}
