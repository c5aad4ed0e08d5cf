import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { asc, eq } from 'drizzle-orm'
import { endedKey } from './case-lists.ts'
import { staff } from './schema/people.ts'
import type { Tx } from './tx.ts'

const MOST = 200

/** The cases a handler has taken since a moment, those that ended since then too. */
export function findTakenSince(tx: Tx, person: StaffId, since: Instant): CaseId[] {
  return tx.sql
    .prepare(
      `SELECT c.id FROM "case" c WHERE c.handler = ? AND c.list_key <= ?
         AND EXISTS (SELECT 1 FROM case_event e WHERE e."case" = c.id AND e.recorded_at >= ?
           AND e.type IN ('case.taken', 'transfer.taken_over', 'case.assigned') AND json_extract(e.payload, '$.person') = c.handler)
       ORDER BY c.list_key, c.id LIMIT ?`,
    )
    .pluck()
    .all(person, endedKey(since), since, MOST) as CaseId[]
}

/** The cases a clerk has received since a moment: their first event is the clerk's. */
export function findReceivedBy(tx: Tx, actor: string, since: Instant): CaseId[] {
  return tx.sql
    .prepare(
      `SELECT c.id FROM "case" c JOIN case_event e ON e."case" = c.id AND e.rev = 1
       WHERE c.received_at >= ? AND e.actor = ? ORDER BY c.list_key, c.id LIMIT ?`,
    )
    .pluck()
    .all(since, actor, MOST) as CaseId[]
}

/** A colleague for whom somebody stands in, and whether he is away on a day. */
export interface StoodInFor {
  readonly id: StaffId
  readonly displayName: string
  readonly awayUntil: PlainDate | null
  readonly isAway: boolean
}

/** For whom somebody is the deputy, B岗. */
export function findStoodInFor(tx: Tx, deputy: StaffId, today: PlainDate): StoodInFor[] {
  return tx.query
    .select()
    .from(staff)
    .where(eq(staff.deputy, deputy))
    .orderBy(asc(staff.signInName))
    .limit(50)
    .all()
    .map(({ id, displayName, awayFrom, awayUntil }) => ({
      id,
      displayName,
      awayUntil,
      isAway: awayFrom !== null && awayUntil !== null && awayFrom <= today && today <= awayUntil,
    }))
}

/** How many open cases each handler has. */
export function countOpenOf(tx: Tx, person: StaffId): number {
  return tx.sql
    .prepare(`SELECT count(*) FROM "case" WHERE handler = ? AND list_key >= '1' AND list_key < '3'`)
    .pluck()
    .get(person) as number
}
