import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { endedKey } from './case-lists.ts'
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

/** How many open cases each handler has. */
export function countOpenOf(tx: Tx, person: StaffId): number {
  return tx.sql
    .prepare(`SELECT count(*) FROM "case" WHERE handler = ? AND list_key >= '1' AND list_key < '3'`)
    .pluck()
    .get(person) as number
}
