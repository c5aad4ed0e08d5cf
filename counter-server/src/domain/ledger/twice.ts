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

/** Rows with the person and item of an earlier row: pointed out, and both stay (C445). */
export function repeatedInSheet(rows: readonly LedgerRow[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>()
  const repeated = new Map<number, number>()
  for (const { idNo, item, line } of rows) {
    if (idNo === null) continue
    const key = `${idNo} ${item}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, line)
    else repeated.set(line, earlier)
  }
  return repeated
}
