import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** A case whose resident said that a near relative of his serves at the point or in the village. */
export interface RelativeCase {
  readonly id: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  readonly villageName: string
  readonly agent: string
  readonly receivedAt: Instant
  readonly status: CaseStatus
}

/** The newest cases of near relatives, by an index that holds no others (V12). */
export function findRelativeCases(tx: Tx, limit: number): RelativeCase[] {
  return tx.sql
    .prepare(
      `SELECT c.id, c.number, c.item_name AS itemName, p.name_masked AS applicant,
         v.name AS villageName, s.display_name AS agent,
         c.received_at AS receivedAt, c.status
       FROM agency a INDEXED BY agency_of_relative
       JOIN "case" c ON c.id = a."case"
       JOIN person p ON p.id = c.person
       JOIN village v ON v.code = a.village
       JOIN staff s ON s.id = a.agent
       WHERE a.is_relative = 1
       ORDER BY a.captured_at DESC, a."case" DESC
       LIMIT ?`,
    )
    .all(limit) as RelativeCase[]
}
