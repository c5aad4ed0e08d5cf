import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { eq, lte } from 'drizzle-orm'
import { lookUp } from './crypto.ts'
import { enrolmentTry } from './schema/enrolment-tries.ts'
import type { Tx } from './tx.ts'

/** How many wrong codes a source has tried of late; one whose time is over has tried none (P22). */
export function findWrongTries(tx: Tx, source: string): number {
  const row = tx.query
    .select()
    .from(enrolmentTry)
    .where(eq(enrolmentTry.sourceLook, lookOf(tx, source)))
    .get()
  return row === undefined || row.until <= tx.at ? 0 : row.wrong
}

/** One more of them; each begins its time anew. What is over is forgotten with it. */
export function countWrongTry(tx: Tx, source: string, lastsMs: number): void {
  const before = findWrongTries(tx, source)
  tx.query.delete(enrolmentTry).where(lte(enrolmentTry.until, tx.at)).run()
  const row = { sourceLook: lookOf(tx, source), wrong: before + 1, until: instantOf(toMs(tx.at) + lastsMs) }
  tx.query
    .insert(enrolmentTry)
    .values(row)
    .onConflictDoUpdate({ target: enrolmentTry.sourceLook, set: row })
    .run()
}

function lookOf(tx: Tx, source: string): string {
  return lookUp(tx.keys, 'enrol_source', source)
}
