import type { StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq } from 'drizzle-orm'
import { hallWindow, itemVersion, line, topic, unit, village, windowService } from './schema/township.ts'
import type { Tx } from './tx.ts'

export interface UnitFacts {
  readonly code: UnitCode
  readonly name: string
}

export interface VillageFacts {
  readonly code: VillageCode
  readonly name: string
  readonly point: string
  readonly phone: string
  readonly lastContactAt: Instant | null
  readonly unsentReported: number | null
  /** A岗 and B岗, where they are named (V1). */
  readonly lead: StaffId | null
  readonly deputy: StaffId | null
  /** Empty: as the centre. */
  readonly hours: string
}

export function findUnits(tx: Tx): UnitFacts[] {
  return tx.query
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .orderBy(asc(unit.code))
    .limit(100)
    .all()
}

export function findVillages(tx: Tx): VillageFacts[] {
  return tx.query
    .select({
      code: village.code,
      name: village.name,
      point: village.point,
      phone: village.phone,
      lead: village.lead,
      deputy: village.deputy,
      hours: village.hours,
      lastContactAt: village.lastContactAt,
      unsentReported: village.unsentReported,
    })
    .from(village)
    .orderBy(asc(village.code))
    .limit(100)
    .all()
}

/** What everybody reads of a point (V1). */
export function savePoint(
  tx: Tx,
  code: VillageCode,
  { place, phone, hours }: { readonly place: string; readonly phone: string; readonly hours: string },
): void {
  tx.query.update(village).set({ point: place, phone, hours }).where(eq(village.code, code)).run()
}

/** When a point was last heard of and what it said it had unsent (V88). */
export function saveVillageContact(tx: Tx, code: VillageCode, unsent: number): void {
  tx.query
    .update(village)
    .set({ lastContactAt: tx.at, unsentReported: unsent })
    .where(eq(village.code, code))
    .run()
}

export const insertLine = (tx: Tx, row: typeof line.$inferInsert) => tx.query.insert(line).values(row).run()
export const insertUnit = (tx: Tx, row: typeof unit.$inferInsert) => tx.query.insert(unit).values(row).run()
export const insertVillage = (tx: Tx, row: typeof village.$inferInsert) =>
  tx.query.insert(village).values(row).run()
export const insertTopic = (tx: Tx, row: typeof topic.$inferInsert) =>
  tx.query.insert(topic).values(row).run()
export const insertWindow = (tx: Tx, row: typeof hallWindow.$inferInsert) =>
  tx.query.insert(hallWindow).values(row).run()
export const insertWindowService = (tx: Tx, row: typeof windowService.$inferInsert) =>
  tx.query.insert(windowService).values(row).run()
export const insertItemVersion = (tx: Tx, row: typeof itemVersion.$inferInsert) =>
  tx.query.insert(itemVersion).values(row).run()
