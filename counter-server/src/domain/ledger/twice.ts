import { daysBetween } from '@counter/shared/vocabulary/plain-date'
import type { LedgerFinding, LedgerRow } from './ledger-row.ts'

/** Old numbers that stand in two rows of one sheet; the later row names the earlier one's line. */
export function twiceInSheet(rows: readonly LedgerRow[]): LedgerFinding[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ oldNumber, line }): LedgerFinding[] => {
    const earlier = first.get(oldNumber)
    if (earlier === undefined) first.set(oldNumber, line)
    return earlier === undefined
      ? []
      : [{ line, column: 'oldNumber', code: 'twice_in_sheet', words: String(earlier) }]
  })
}

/** Rows with the person and item of an earlier row, received within so many days of it: pointed out, and both stay (C445). */
export function repeatedInSheet(rows: readonly LedgerRow[], days: number): ReadonlyMap<number, number> {
  const before = new Map<string, LedgerRow[]>()
  const repeated = new Map<number, number>()
  for (const row of rows) {
    if (row.idNo === null) continue
    const key = `${row.idNo} ${row.item}`
    const known = before.get(key) ?? []
    const twin = known.find((each) => Math.abs(daysBetween(each.receivedOn, row.receivedOn)) <= days)
    if (twin !== undefined) repeated.set(row.line, twin.line)
    before.set(key, [...known, row])
  }
  return repeated
}
