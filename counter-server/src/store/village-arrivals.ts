import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, eq, lt, sql } from 'drizzle-orm'
import { villageDay, villageWaiting } from './schema/village-arrivals.ts'
import type { Tx } from './tx.ts'

/** Commands of a device that were taken on a day (V95). */
export function countCommandsOf(tx: Tx, device: string, day: PlainDate): number {
  const where = and(eq(villageDay.day, day), eq(villageDay.device, device))
  return tx.query.select({ n: villageDay.commands }).from(villageDay).where(where).get()?.n ?? 0
}

/** Counts one more of this day; what came on other days is asked for by nobody. */
export function countCommand(tx: Tx, device: string, day: PlainDate): void {
  tx.query.delete(villageDay).where(lt(villageDay.day, day)).run()
  tx.query
    .insert(villageDay)
    .values({ day, device, commands: 1 })
    .onConflictDoUpdate({
      target: [villageDay.day, villageDay.device],
      set: { commands: sql`${villageDay.commands} + 1` },
    })
    .run()
}

/** Since when a command has waited for its predecessor; it begins now when this is the first time (V52). */
export function waitingSince(tx: Tx, command: CommandId): Instant {
  tx.query.insert(villageWaiting).values({ command, since: tx.at }).onConflictDoNothing().run()
  const found = tx.query
    .select({ since: villageWaiting.since })
    .from(villageWaiting)
    .where(eq(villageWaiting.command, command))
    .get()
  return found?.since ?? tx.at
}

/** Its predecessor has come. */
export function endWaiting(tx: Tx, command: CommandId): void {
  tx.query.delete(villageWaiting).where(eq(villageWaiting.command, command)).run()
}
