import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { and, eq } from 'drizzle-orm'
import { villageAlias, villageNumber } from './schema/village-numbers.ts'
import type { Tx } from './tx.ts'

export type VillageNumberRow = typeof villageNumber.$inferSelect

/** Lends numbers to a device of a point (V61). */
export function insertVillageNumbers(
  tx: Tx,
  { village, device, numbers }: { village: VillageCode; device: string; numbers: readonly string[] },
): void {
  for (const number of numbers)
    tx.query
      .insert(villageNumber)
      .values({ number, village, device, state: 'leased', lentAt: tx.at, case: null })
      .run()
}

export function findVillageNumber(tx: Tx, number: string): VillageNumberRow | undefined {
  return tx.query.select().from(villageNumber).where(eq(villageNumber.number, number)).get()
}

/** The number stands on a case now; it is given to no other one (V62). */
export function saveNumberUsed(tx: Tx, number: string, id: CaseId): void {
  tx.query
    .update(villageNumber)
    .set({ state: 'used', case: id })
    .where(and(eq(villageNumber.number, number), eq(villageNumber.state, 'leased')))
    .run()
}

/** What a slip shows beside or in place of the number (V63, V66). */
export function insertVillageAlias(tx: Tx, alias: string, id: CaseId): void {
  tx.query.insert(villageAlias).values({ alias, case: id }).run()
}

const MOST_ALIKE = 20

/** The cases whose slips show this code, oldest first; equal codes are rare (V63). */
export function findCasesByAlias(tx: Tx, alias: string): readonly CaseId[] {
  return tx.query
    .select({ id: villageAlias.case })
    .from(villageAlias)
    .where(eq(villageAlias.alias, alias))
    .orderBy(villageAlias.case)
    .limit(MOST_ALIKE)
    .all()
    .map(({ id }) => id)
}
