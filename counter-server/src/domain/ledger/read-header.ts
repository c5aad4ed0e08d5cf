import {
  LEDGER_COLUMNS,
  LEDGER_HEADINGS,
  LEDGER_NEEDED,
  type LedgerColumn,
} from '@counter/shared/vocabulary/ledger'
import type { LedgerFinding, LedgerRemark } from './ledger-row.ts'
import { cellText, type SheetRow } from './sheet-cell.ts'

/** Which column of the sheet holds what. */
export type LedgerHeader = ReadonlyMap<LedgerColumn, number>

/** The first row of the sheet: headings in any order, with or without the star of what is needed. */
export function readHeader({ line, cells }: SheetRow): {
  readonly header: LedgerHeader
  readonly problems: readonly LedgerFinding[]
  readonly warnings: readonly LedgerRemark[]
} {
  const header = new Map<LedgerColumn, number>()
  const problems: LedgerFinding[] = []
  const warnings: LedgerRemark[] = []
  for (const [place, cell] of cells.entries()) {
    const heading = cellText(cell).replaceAll(/[*（(]必填[)）]|[*\s]/g, '')
    if (heading === '') continue
    const column = columnOf(heading)
    if (column === undefined) warnings.push({ line, column: null, code: 'column_ignored', words: heading })
    else if (header.has(column)) problems.push({ line, column, code: 'column_twice', words: heading })
    else header.set(column, place)
  }
  for (const column of LEDGER_NEEDED)
    if (!header.has(column))
      problems.push({ line, column, code: 'column_missing', words: LEDGER_HEADINGS[column][0] })
  return { header, problems, warnings }
}

function columnOf(heading: string): LedgerColumn | undefined {
  return LEDGER_COLUMNS.find((column) => {
    const known: readonly string[] = LEDGER_HEADINGS[column]
    return known.some((each) => each.normalize('NFKC') === heading)
  })
}
