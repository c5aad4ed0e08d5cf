import type { StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq } from 'drizzle-orm'
import { appendAudit } from './audit.ts'
import type { Origin } from './origin.ts'
import { revealLimit } from './schema/cases.ts'
import { staff } from './schema/people.ts'
import type { Tx } from './tx.ts'

/** Keeps that somebody wanted to see more than an hour allows, once a day; true when it is news (P34, P36). */
export function noteRevealLimit(tx: Tx, origin: Origin, id: StaffId): boolean {
  const row = { day: civilDate(tx.at), staff: id, at: tx.at }
  if (tx.query.insert(revealLimit).values(row).onConflictDoNothing().run().changes === 0) return false
  appendAudit(tx, { origin, action: 'reveal.limit', subject: `staff:${id}`, result: 'refused' })
  return true
}

/** Who reached the limit today, the first one first. */
export function findRevealLimits(tx: Tx): { readonly name: string; readonly at: Instant }[] {
  return tx.query
    .select({ name: staff.displayName, at: revealLimit.at })
    .from(revealLimit)
    .innerJoin(staff, eq(staff.id, revealLimit.staff))
    .where(eq(revealLimit.day, civilDate(tx.at)))
    .orderBy(asc(revealLimit.at))
    .limit(20)
    .all()
}
