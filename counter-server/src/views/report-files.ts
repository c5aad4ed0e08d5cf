import type { ReportTable } from '@counter/shared/contract/reports'
import { JUDGED_WORDS } from '@counter/shared/text/case-report-words'
import { COLUMN_WORDS, cellWords, FILE_WORDS, rowWords, TABLE_WORDS } from '@counter/shared/text/report-words'
import type { JudgedBy } from '@counter/shared/vocabulary/case-report'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import type { ReportFormat } from '@counter/shared/vocabulary/report'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'

type Language = 'zh' | 'en'
type Cell = string | number | null

/** One table as it stands in a file: the heading row first, then names and figures. */
export function sheetOf({ name, columns, rows }: ReportTable, language: Language): Cell[][] {
  return [
    [TABLE_WORDS[name][language], ...columns.map((column) => COLUMN_WORDS[column][language])],
    ...rows.map((row) => [
      rowWords(name, row, language),
      ...row.cells.map((cell, place) => {
        const column = columns[place]
        return column === undefined ? cell : cellWords(column, cell, language)
      }),
    ]),
  ]
}

// Spreadsheets read a cell that begins like this as a formula, also in full width; the apostrophe makes it text.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Text that no spreadsheet takes for a formula. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** CSV by RFC 4180 with a byte order mark, so that Chinese opens right in every spreadsheet. */
export function toCsv(sheet: readonly (readonly Cell[])[]): string {
  return `\uFEFF${sheet.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Cells of a workbook: numbers as numbers, everything else as text, never as a formula. */
export function toXlsxCells(sheet: readonly (readonly Cell[])[]) {
  return sheet.map((row, line) =>
    row.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'number') return { type: Number, value: cell }
      return { type: String, value: harmless(cell), ...(line === 0 ? { fontWeight: 'bold' as const } : {}) }
    }),
  )
}

/** Of what a file is, and who made it when. */
export interface TableFile {
  readonly table: ReportTable
  readonly from: PlainDate
  readonly to: PlainDate
  readonly isFinished: boolean
  readonly at: Instant
  /** Only of cases: by which rules verdicts are told (C605). */
  readonly judged: JudgedBy | null
  readonly centre: string
  /** The post of whoever made it. */
  readonly maker: string
  readonly language: Language
}

/** What stands above the table of a printed file: the period, its moment, the rules, the maker's post. */
export function fileHead({ from, to, isFinished, at, judged, maker, language }: TableFile): string[] {
  const say = (word: keyof typeof FILE_WORDS, value: string) => `${FILE_WORDS[word][language]}${value}`
  const days = from === to ? from : `${from} ${FILE_WORDS.until[language]} ${to}`
  return [
    say('period', isFinished ? days : `${days}${FILE_WORDS.unfinished[language]}`),
    say('at', `${civilDate(at)} ${civilTime(at)}`),
    ...(judged === null ? [] : [say('judged', JUDGED_WORDS[judged][language])]),
    say('maker', maker),
  ]
}

/** `按小时_2026-06-01_2026-06-30.csv`, without signs that a file system refuses. */
export function fileName(
  { from, to, table: { name: table }, language }: TableFile,
  format: ReportFormat,
): string {
  const days = from === to ? from : `${from}_${to}`
  return `${TABLE_WORDS[table][language].replaceAll(/[（）()\s,/\\]+/g, '-')}_${days}.${format}`
}
