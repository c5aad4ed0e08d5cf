import type { PlainDate } from '@counter/shared/vocabulary/time'
import { and, eq, lt, sql } from 'drizzle-orm'
import { fileDay } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** What one person has put on the disk on one day (P42). */
export function findDayBytes(tx: Tx, actor: string, day: PlainDate): number {
  const where = and(eq(fileDay.day, day), eq(fileDay.actor, actor))
  return tx.query.select({ bytes: fileDay.bytes }).from(fileDay).where(where).get()?.bytes ?? 0
}

export function addDayBytes(tx: Tx, actor: string, day: PlainDate, bytes: number): void {
  tx.query
    .insert(fileDay)
    .values({ day, actor, bytes })
    .onConflictDoUpdate({
      target: [fileDay.day, fileDay.actor],
      set: { bytes: sql`${fileDay.bytes} + ${bytes}` },
    })
    .run()
}

/** Nobody asks again how much came on a day that is over. */
export function forgetDaysBefore(tx: Tx, day: PlainDate): void {
  tx.query.delete(fileDay).where(lt(fileDay.day, day)).run()
}
