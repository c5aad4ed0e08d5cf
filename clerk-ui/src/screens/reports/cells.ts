import type { ReportTable } from '@counter/shared/contract/reports'
import { rowWords } from '@counter/shared/text/report-words'
import { FEW, type ReportColumn, type ReportTableName } from '@counter/shared/vocabulary/report'
import type { Bars } from '../../components/bar-picture.ts'

export type Row = ReportTable['rows'][number]
type Language = 'zh' | 'en'

export function tableOf(
  { tables }: { readonly tables: readonly ReportTable[] },
  name: ReportTableName,
): ReportTable | undefined {
  return tables.find((table) => table.name === name)
}

/** The number in a column of a row; null when the table has none. */
export function numberIn(
  { columns }: ReportTable,
  row: Row | undefined,
  column: ReportColumn,
): number | null {
  const cell = row?.cells[columns.indexOf(column)]
  return typeof cell === 'number' ? cell : null
}

/** The row with the highest number of those that say something: a small group has no rank (U37). */
export function highest(table: ReportTable, column: ReportColumn, counted: ReportColumn): Row | undefined {
  return table.rows
    .filter((row) => (numberIn(table, row, counted) ?? 0) >= FEW && numberIn(table, row, column) !== null)
    .sort((one, other) => (numberIn(table, other, column) ?? 0) - (numberIn(table, one, column) ?? 0))[0]
}

/** What the bars of a table show. */
export interface BarsWanted {
  readonly column: ReportColumn
  /** How many stand behind a bar; below five there is none (U37). */
  readonly counted: ReportColumn
  /** Of a share: how many of them, so that 48/50 stands at the bar of 96 %. */
  readonly part?: ReportColumn
  readonly title: string
  readonly isUpright: boolean
  readonly target?: Bars['target']
}

/** What stands at a group that is too small: its number, or how many of how many. */
type Few = (of: number | string) => string

/** The bars of a column, from the same cells as the table. */
export function barsOf(
  table: ReportTable,
  wanted: BarsWanted & { readonly few: Few },
  language: Language,
): Bars {
  const { title, isUpright, target } = wanted
  const lines = table.rows.map((row) => ({
    name: nameOfBar(table, wanted, row, language),
    value: (numberIn(table, row, wanted.counted) ?? 0) < FEW ? null : numberIn(table, row, wanted.column),
  }))
  return {
    title,
    isUpright,
    categories: lines.map(({ name }) => name),
    series: [{ name: title, values: lines.map(({ value }) => value) }],
    ...(target === undefined ? {} : { target }),
  }
}

function nameOfBar(
  table: ReportTable,
  { counted, part, few }: BarsWanted & { readonly few: Few },
  row: Row,
  language: Language,
): string {
  const n = numberIn(table, row, counted) ?? 0
  const name = shortName(rowWords(table.name, row, language))
  if (n === 0) return name
  const of = part === undefined ? n : `${numberIn(table, row, part) ?? 0}/${n}`
  if (n < FEW) return `${name} ${few(of)}`
  return part === undefined ? name : `${name} ${of}`
}

// Thirty days stand under one picture; its year is in the heading.
function shortName(name: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(name) ? name.slice(5) : name
}
