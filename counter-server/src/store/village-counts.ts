import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { and, asc, eq } from 'drizzle-orm'
import type { Counted } from '../domain/village/count-holes.ts'
import { villageCount, villageHole } from './schema/village-arrivals.ts'
import type { Tx } from './tx.ts'

interface CountOf {
  readonly village: VillageCode
  readonly device: string
}

/** More runs than these are of a device that makes its numbers up. */
const MOST_HOLES = 500

/** How far a device has counted; nothing was heard of an unknown one (V53). */
export function findCounted(tx: Tx, { village, device }: CountOf): Counted {
  const isOf = and(eq(villageCount.village, village), eq(villageCount.device, device))
  const counted = tx.query.select({ highest: villageCount.highest }).from(villageCount).where(isOf).get()
  const holes = tx.query
    .select({ first: villageHole.first, last: villageHole.last })
    .from(villageHole)
    .where(and(eq(villageHole.village, village), eq(villageHole.device, device)))
    .orderBy(asc(villageHole.first))
    .limit(MOST_HOLES)
    .all()
  return { highest: counted?.highest ?? 0, holes }
}

export function saveCounted(tx: Tx, { village, device }: CountOf, { highest, holes }: Counted): void {
  tx.query
    .insert(villageCount)
    .values({ village, device, highest })
    .onConflictDoUpdate({ target: [villageCount.village, villageCount.device], set: { highest } })
    .run()
  tx.query
    .delete(villageHole)
    .where(and(eq(villageHole.village, village), eq(villageHole.device, device)))
    .run()
  for (const hole of holes.slice(-MOST_HOLES))
    tx.query
      .insert(villageHole)
      .values({ village, device, ...hole })
      .run()
}
