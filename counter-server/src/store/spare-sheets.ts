import { desc } from 'drizzle-orm'
import { spareSheet } from './schema/queue.ts'
import type { Tx } from './tx.ts'

export type SpareSheetRow = typeof spareSheet.$inferSelect

/** The sheets that were printed, the last one first. */
export function findSpareSheets(tx: Tx, limit: number): SpareSheetRow[] {
  return tx.query.select().from(spareSheet).orderBy(desc(spareSheet.first)).limit(limit).all()
}

export function insertSpareSheet(tx: Tx, row: SpareSheetRow): void {
  tx.query.insert(spareSheet).values(row).run()
}

/** Whether a spare number was ever printed; sheets leave no gap. */
export function isPrintedSpare(tx: Tx, serial: number): boolean {
  const last = findSpareSheets(tx, 1)[0]?.last ?? 0
  return serial >= 1 && serial <= last
}

/** Whether a spare number was entered, on whatever day (QI11). */
export function isEnteredSpare(tx: Tx, serial: number): boolean {
  return tx.sql.prepare("SELECT 1 FROM ticket WHERE prefix = '备用' AND serial = ?").get(serial) !== undefined
}
