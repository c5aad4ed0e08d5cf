import { eq } from 'drizzle-orm'
import { itemSample } from './schema/catalogue.ts'
import type { Tx } from './tx.ts'

/** A filled-in sample of a form; one content is known once, whatever items show it. */
export type SampleRow = typeof itemSample.$inferSelect

export function addSample(tx: Tx, row: Omit<SampleRow, 'addedAt'>): void {
  tx.query
    .insert(itemSample)
    .values({ ...row, addedAt: tx.at })
    .onConflictDoNothing()
    .run()
}

export function findSample(tx: Tx, sha256: string): SampleRow | undefined {
  return tx.query.select().from(itemSample).where(eq(itemSample.sha256, sha256)).get()
}
