import type { Report, ReportTable } from '@counter/shared/contract/reports'
import { rowWords } from '@counter/shared/text/report-words'
import { FEW, type ReportColumn, type ReportTableName } from '@counter/shared/vocabulary/report'
import type { Bars } from '../../components/bar-picture.ts'

export type Row = ReportTable['rows'][number]
type Language = 'zh' | 'en'

export function tableOf({ tables }: Report, name: ReportTableName): ReportTable | undefined {
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

interface Wanted {
  readonly column: ReportColumn
  /** How many stand behind a bar; below five there is none (U37). */
  readonly counted: ReportColumn
  readonly title: string
  readonly isUpright: boolean
  /** What stands at a group that is too small, with its number. */
  readonly few: (n: number) => string
}

/** The bars of a column, from the same cells as the table. */
export function barsOf(table: ReportTable, wanted: Wanted, language: Language): Bars {
  const { column, counted, title, isUpright, few } = wanted
  const lines = table.rows.map((row) => {
    const n = numberIn(table, row, counted) ?? 0
    const name = shortName(rowWords(table.name, row, language))
    if (n === 0) return { name, value: null }
    return n < FEW
      ? { name: `${name} ${few(n)}`, value: null }
      : { name, value: numberIn(table, row, column) }
  })
  return {
    title,
    isUpright,
    categories: lines.map(({ name }) => name),
    series: [{ name: title, values: lines.map(({ value }) => value) }],
  }
}

// Thirty days stand under one picture; its year is in the heading.
function shortName(name: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(name) ? name.slice(5) : name
}
