import type { ItemCode } from '@counter/shared/vocabulary/ids'
import type { SheetProblemKind } from '@counter/shared/vocabulary/item'
import type { SheetRow } from '../ledger/sheet-cell.ts'
import { isProblem, type SheetColumn } from './sheet-cells.ts'

/** A sheet as it was uploaded: rows of text with their lines. */
export interface UploadedSheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** What is wrong, at which row and column, and what may stand there. */
export interface SheetProblem {
  readonly sheet: string
  readonly line: number
  /** The heading of the column; empty where the whole sheet is meant. */
  readonly column: string
  readonly problem: SheetProblemKind
  readonly allowed: string
}

interface ReadRows<Entry> {
  readonly rows: readonly { readonly code: ItemCode; readonly line: number; readonly entry: Entry }[]
  readonly problems: readonly SheetProblem[]
}

export const CODE = '编号'
const CODE_FORM = /^[A-Z]{2}-\d{3}$/
// What the export wrote before a text that a spreadsheet would take for a formula.
const GUARD = /^'(?=[=+\-@＝＋－＠])/

/** Reads the rows of a sheet by its headings; a heading that is not known is told, so that nothing is left out silently. */
export function readRows<Entry>(
  { name, rows }: UploadedSheet,
  columns: readonly SheetColumn<Entry>[],
  startOf: (code: ItemCode) => Entry,
): ReadRows<Entry> {
  const [head, ...body] = rows
  const headings = (head?.cells ?? []).map((cell) => cell.trim())
  const problems: SheetProblem[] = []
  const tell = (line: number, column: string, problem: SheetProblem['problem'], allowed = '') =>
    problems.push({ sheet: name, line, column, problem, allowed })
  if (!headings.includes(CODE)) tell(head?.line ?? 1, CODE, 'required')
  const byHeading = new Map(columns.map((column) => [column.heading, column]))
  for (const heading of headings)
    if (heading !== '' && heading !== CODE && !byHeading.has(heading))
      tell(head?.line ?? 1, heading, 'unknown_column')
  const read = body.flatMap(({ line, cells }) => {
    const cellOf = (heading: string) => (cells[headings.indexOf(heading)] ?? '').trim().replace(GUARD, '')
    const code = cellOf(CODE)
    if (!CODE_FORM.test(code)) {
      tell(line, CODE, 'no_code', 'MZ-001')
      return []
    }
    let entry = startOf(code as ItemCode)
    for (const column of columns) {
      if (!headings.includes(column.heading)) continue
      const found = column.read(cellOf(column.heading), entry)
      if (isProblem(found)) tell(line, column.heading, found.problem, found.allowed)
      else entry = found
    }
    return [{ code: code as ItemCode, line, entry }]
  })
  return { rows: read, problems }
}
