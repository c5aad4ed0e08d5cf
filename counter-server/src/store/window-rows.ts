import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq } from 'drizzle-orm'
import { hallWindow, windowService } from './schema/township.ts'
import type { Tx } from './tx.ts'

export type WindowRow = typeof hallWindow.$inferSelect
export type ServiceRow = typeof windowService.$inferSelect

/** Every window there ever was; a retired one keeps its number and what it served (U40). */
export function findAllWindows(tx: Tx): WindowRow[] {
  return tx.query.select().from(hallWindow).orderBy(asc(hallWindow.window)).limit(99).all()
}

export function findAllServices(tx: Tx): ServiceRow[] {
  return tx.query.select().from(windowService).limit(2000).all()
}

export function saveWindow(
  tx: Tx,
  window: number,
  changes: { readonly name?: string; readonly retiredAt?: Instant | null },
): void {
  tx.query.update(hallWindow).set(changes).where(eq(hallWindow.window, window)).run()
}
