import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** What a point owes a case, by its timer. */
export interface ErrandFacts {
  readonly caseId: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  readonly kind: ContactPurpose
  readonly dueAt: Instant
  readonly yellowAt: Instant | null
  readonly isProvisional: boolean
}

interface Row extends Omit<ErrandFacts, 'isProvisional'> {
  readonly isProvisional: number
}

/** The running timers of a point for what its agent has to tell or bring, what is due first, by the index of the errands (V21). */
export function findErrands(tx: Tx, village: VillageCode, limit: number): ErrandFacts[] {
  // The words of the index's own condition stand here whole, or SQLite does not take it.
  const rows = tx.sql
    .prepare(
      `SELECT c.id AS caseId, c.number, c.item_name AS itemName, p.name_masked AS applicant, k.kind,
         k.due_at AS dueAt, k.yellow_at AS yellowAt, k.is_provisional AS isProvisional
       FROM case_clock k
       JOIN "case" c ON c.id = k."case"
       JOIN person p ON p.id = c.person
       WHERE k.state = 'running' AND k.kind IN ('handup','handup_hard','relay','deliver','followup')
         AND k.kind IN ('relay','deliver','followup') AND c.village = ?
       ORDER BY k.due_at, c.id
       LIMIT ?`,
    )
    .all(village, limit) as Row[]
  return rows.map(({ isProvisional, ...row }) => ({ ...row, isProvisional: isProvisional === 1 }))
}
