import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** A village case whose time is to be checked. */
export interface UnsureTimeRow {
  readonly id: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  readonly villageName: string
  readonly agent: string
  readonly registeredAt: Instant
  readonly receivedAt: Instant
}

/** 时间待核, the newest first, by an index that holds no others (V78). */
export function findUnsureTimes(tx: Tx, limit: number): UnsureTimeRow[] {
  return tx.sql
    .prepare(
      `SELECT c.id, c.number, c.item_name AS itemName, p.name_masked AS applicant, v.name AS villageName,
         s.display_name AS agent, c.registered_at AS registeredAt, c.received_at AS receivedAt
       FROM "case" c INDEXED BY case_time_unsure
       JOIN person p ON p.id = c.person
       JOIN village v ON v.code = c.village
       JOIN agency a ON a."case" = c.id
       JOIN staff s ON s.id = a.agent
       WHERE instr(c.flags, '"time_unsure"') > 0
       ORDER BY c.received_at DESC, c.id DESC
       LIMIT ?`,
    )
    .all(limit) as UnsureTimeRow[]
}
