import { desc, eq } from 'drizzle-orm'
import { retentionRun } from './schema/retention.ts'
import type { Tx } from './tx.ts'

export type RetentionRun = typeof retentionRun.$inferSelect

export function insertRun(tx: Tx, row: RetentionRun): void {
  tx.query.insert(retentionRun).values(row).run()
}

export function saveRun(
  tx: Tx,
  { id, ...change }: Pick<RetentionRun, 'id' | 'state' | 'settledBy' | 'settledAt'>,
): void {
  tx.query.update(retentionRun).set(change).where(eq(retentionRun.id, id)).run()
}

export function findRun(tx: Tx, id: string): RetentionRun | undefined {
  return tx.query.select().from(retentionRun).where(eq(retentionRun.id, id)).get()
}

/** The last runs, newest first: their ids grow with time. */
export function findRuns(tx: Tx): RetentionRun[] {
  return tx.query.select().from(retentionRun).orderBy(desc(retentionRun.id)).limit(20).all()
}
