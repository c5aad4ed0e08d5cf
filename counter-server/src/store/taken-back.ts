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

/** From now on this command of the point is taken no more; null when nothing stands for it (V36). */
export function shutOut(tx: Tx, withdrawn: Withdrawn, replacedBy: CommandId | null): void {
  tx.query
    .insert(villageTakenBack)
    .values({ ...withdrawn, at: tx.at, replacedBy })
    .onConflictDoNothing()
    .run()
}

/** What the agent did with a command of the point, also one that never came; null: nothing. */
export function findShutOut(tx: Tx, { command, village }: Withdrawn): 'withdrawn' | 'replaced' | null {
  const where = and(eq(villageTakenBack.command, command), eq(villageTakenBack.village, village))
  const found = tx.query.select({ by: villageTakenBack.replacedBy }).from(villageTakenBack).where(where).get()
  if (found === undefined) return null
  return found.by === null ? 'withdrawn' : 'replaced'
}

const DAY_MS = 86_400_000

/** No line brings it any more (R5). */
export function dropOldTakenBack(tx: Tx): void {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.receipts') * DAY_MS)
  tx.query.delete(villageTakenBack).where(lt(villageTakenBack.at, before)).run()
}
