import { addDays, isPlainDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** A row of a sheet as it was read: its line, and the text of its cells. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** What stands in a cell, for people: full-width signs as narrow ones, no blanks around it. */
export function cellText(cell: string | undefined): string {
  return (cell ?? '').normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

const WRITTEN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?: .*)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: .*)?$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** A day as a workbook counts it where the cell is no date: days since the end of 1899. */
const COUNTED = /^(\d{5})(?:\.\d+)?$/
const COUNT_START = '1899-12-30' as PlainDate

/** The day a cell means, written in any of the usual ways; null when it is none. */
export function cellDay(cell: string | undefined): PlainDate | null {
  const text = cellText(cell)
  const counted = COUNTED.exec(text)?.[1]
  if (counted !== undefined) return addDays(COUNT_START, Number(counted))
  for (const form of WRITTEN) {
    const [, year = '', month = '', day = ''] = form.exec(text) ?? []
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isPlainDate(written)) return written
  }
  return null
}
