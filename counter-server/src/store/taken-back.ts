import type { CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { and, eq, lt } from 'drizzle-orm'
import { villageTakenBack } from './schema/village-arrivals.ts'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

interface Withdrawn {
  readonly command: CommandId
  readonly village: VillageCode
}

/** From now on this command of the point is taken no more (V36). */
export function shutOut(tx: Tx, withdrawn: Withdrawn): void {
  tx.query
    .insert(villageTakenBack)
    .values({ ...withdrawn, at: tx.at })
    .onConflictDoNothing()
    .run()
}

export function isShutOut(tx: Tx, { command, village }: Withdrawn): boolean {
  const where = and(eq(villageTakenBack.command, command), eq(villageTakenBack.village, village))
  return tx.query.select({ at: villageTakenBack.at }).from(villageTakenBack).where(where).get() !== undefined
}

const DAY_MS = 86_400_000

/** No line brings it any more (R5). */
export function dropOldTakenBack(tx: Tx): void {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.receipts') * DAY_MS)
  tx.query.delete(villageTakenBack).where(lt(villageTakenBack.at, before)).run()
}
