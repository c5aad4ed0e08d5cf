import type { CaseId, DeviceId, VillageCode } from '@counter/shared/vocabulary/ids'
import { and, asc, count, eq, inArray, like, or } from 'drizzle-orm'
import { seal } from './crypto.ts'
import { findDevice } from './people.ts'
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
      .values({ number, village, device, state: 'leased', lentAt: tx.at, stateAt: tx.at, case: null })
      .run()
}

/** How many numbers of these years a device was lent that the record has seen on no case (V61). */
export function countLent(tx: Tx, device: string, years: readonly number[]): number {
  return tx.query
    .select({ count: count() })
    .from(villageNumber)
    .where(
      and(
        eq(villageNumber.device, device),
        eq(villageNumber.state, 'leased'),
        or(...years.map((year) => like(villageNumber.number, `${year}-%`))),
      ),
    )
    .all()
    .reduce((sum, row) => sum + row.count, 0)
}

/** Lends what came back of a year to another device of the point, the lowest first, so many at most (V62). */
export function relendNumbers(
  tx: Tx,
  { village, device, year }: { village: VillageCode; device: string; year: number },
  most: number,
): string[] {
  const numbers = tx.query
    .select({ number: villageNumber.number })
    .from(villageNumber)
    .where(
      and(
        eq(villageNumber.village, village),
        eq(villageNumber.state, 'returned'),
        like(villageNumber.number, `${year}-%`),
      ),
    )
    .orderBy(asc(villageNumber.number))
    .limit(most)
    .all()
    .map(({ number }) => number)
  for (const number of numbers)
    tx.query
      .update(villageNumber)
      .set({ state: 'leased', device, lentAt: tx.at, stateAt: tx.at })
      .where(eq(villageNumber.number, number))
      .run()
  return numbers
}

/**
 * The numbers that a phone was lent before it was enrolled are the enrolled one's (V3, V61). What an enrolled device has
 * stays its own, whatever another one calls itself.
 */
export function moveVillageNumbers(
  tx: Tx,
  { village, from, to }: { readonly village: VillageCode; readonly from: string; readonly to: DeviceId },
): void {
  if (findDevice(tx, from as DeviceId) !== undefined) return
  tx.query
    .update(villageNumber)
    .set({ device: to })
    .where(
      and(
        eq(villageNumber.device, from),
        eq(villageNumber.state, 'leased'),
        eq(villageNumber.village, village),
      ),
    )
    .run()
}

export function findVillageNumber(tx: Tx, number: string): VillageNumberRow | undefined {
  return tx.query.select().from(villageNumber).where(eq(villageNumber.number, number)).get()
}

/** The number stands on a case now; it is given to no other one (V62). */
export function saveNumberUsed(tx: Tx, number: string, id: CaseId): void {
  tx.query
    .update(villageNumber)
    .set({ state: 'used', case: id, stateAt: tx.at })
    .where(and(eq(villageNumber.number, number), inArray(villageNumber.state, ['leased', 'lost'])))
    .run()
}

/** A slip was torn up, or leads to another case: its number is never given to anybody, and the gap says why (V51, V62, V80). */
export function saveNumberVoid(tx: Tx, number: string, reason: string): void {
  tx.query
    .update(villageNumber)
    .set({ state: 'void', reasonEnc: sealedReason(tx, number, reason), stateAt: tx.at })
    .where(and(eq(villageNumber.number, number), inArray(villageNumber.state, ['leased', 'lost'])))
    .run()
}

/** Numbers that a gone phone took along and that stand on no slip: nobody waits for them (V62, V80). Tells how many. */
export function saveLostVoid(
  tx: Tx,
  { device, reason }: { readonly device: string; readonly reason: string },
  numbers: readonly string[],
): number {
  let changes = 0
  for (const number of numbers)
    changes += tx.query
      .update(villageNumber)
      .set({ state: 'void', reasonEnc: sealedReason(tx, number, reason), stateAt: tx.at })
      .where(
        and(
          eq(villageNumber.number, number),
          eq(villageNumber.device, device),
          eq(villageNumber.state, 'lost'),
        ),
      )
      .run().changes
  return changes
}

function sealedReason(tx: Tx, number: string, reason: string): Buffer {
  return seal(tx.keys, `village_number:${number}:reason`, reason)
}

/**
 * What a device still has when it gives its numbers back or is lost; one that stands on a slip already is told by the case
 * that arrives (V62, V80, V81). Tells how many.
 */
export function endNumbersOf(tx: Tx, device: string, state: 'returned' | 'lost'): number {
  return tx.query
    .update(villageNumber)
    .set({ state, stateAt: tx.at })
    .where(and(eq(villageNumber.device, device), eq(villageNumber.state, 'leased')))
    .run().changes
}

/**
 * Numbers that may have been given out before the record was restored: they are lost until a slip with one of them comes
 * (V62, V66).
 */
export function insertSkippedNumbers(tx: Tx, village: VillageCode, numbers: readonly string[]): void {
  for (const number of numbers)
    tx.query
      .insert(villageNumber)
      .values({
        number,
        village,
        device: '',
        state: 'lost',
        lentAt: tx.at,
        stateAt: tx.at,
        case: null,
      })
      .run()
}

/**
 * What had come back when the record was backed up may have been lent again and stand on a slip since: nobody knows by whom
 * (V62, V66).
 */
export function loseReturnedNumbers(tx: Tx): void {
  tx.query
    .update(villageNumber)
    .set({ state: 'lost', device: '', stateAt: tx.at })
    .where(eq(villageNumber.state, 'returned'))
    .run()
}

/** A phone has this number, or had it and lost what stood under it (V57). */
export function saveNumberHolder(
  tx: Tx,
  number: string,
  now: { readonly state: 'leased' | 'lost'; readonly device: string },
): void {
  tx.query
    .update(villageNumber)
    .set({ ...now, stateAt: tx.at })
    .where(eq(villageNumber.number, number))
    .run()
}

/** The phone that was lost is there again, and gives out what it has (V80). Tells how many. */
export function findNumbersAgain(tx: Tx, device: string): number {
  return tx.query
    .update(villageNumber)
    .set({ state: 'leased', stateAt: tx.at })
    .where(and(eq(villageNumber.device, device), eq(villageNumber.state, 'lost')))
    .run().changes
}

/** What a slip shows beside or in place of the number (V63, V66). */
export function insertVillageAlias(tx: Tx, alias: string, id: CaseId): void {
  tx.query.insert(villageAlias).values({ alias, case: id }).onConflictDoNothing().run()
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
