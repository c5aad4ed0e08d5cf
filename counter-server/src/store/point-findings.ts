import type { PointTimer } from '@counter/shared/vocabulary/case'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PointFindingKind } from '@counter/shared/vocabulary/point'
import type { Instant } from '@counter/shared/vocabulary/time'
import { ENDED_KEY } from './case-lists.ts'
import type { Tx } from './tx.ts'

/** A case of a point that wants somebody's eye, and why (V88). */
export interface PointFinding {
  readonly kind: PointFindingKind
  readonly case: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  /** Which limit is past; null where none is. */
  readonly timer: PointTimer | null
  /** Since when: the moment the limit passed, or the centre had the case. */
  readonly since: Instant
}

const LINE = `c.id AS "case", c.number, c.item_name AS itemName, p.name_masked AS applicant`

/** What is late at a point, the longest first (V23, V88). */
export function findLateTimers(tx: Tx, village: VillageCode, limit: number): PointFinding[] {
  return tx.sql
    .prepare(
      `SELECT 'late' AS kind, ${LINE}, k.kind AS timer, k.due_at AS since
       FROM case_clock k JOIN "case" c ON c.id = k."case" JOIN person p ON p.id = c.person
       WHERE k.state = 'running' AND k.kind IN ('handup','handup_hard','relay','deliver','followup')
         AND c.village = ? AND k.due_at < ?
       ORDER BY k.due_at, c.id LIMIT ?`,
    )
    .all(village, tx.at, limit) as PointFinding[]
}

/** Open cases of a point whose photos are on their way, or that look like another one (V67, V73). */
export function findFlagged(
  tx: Tx,
  village: VillageCode,
  { kind, limit }: { readonly kind: 'files' | 'duplicate'; readonly limit: number },
): PointFinding[] {
  return tx.sql
    .prepare(
      `SELECT ? AS kind, ${LINE}, NULL AS timer, c.received_at AS since
       FROM "case" c INDEXED BY case_of_village JOIN person p ON p.id = c.person
       WHERE c.village = ? AND c.village IS NOT NULL AND c.list_key < '${ENDED_KEY}' AND instr(c.flags, ?) > 0
       ORDER BY c.list_key, c.id LIMIT ?`,
    )
    .all(kind, village, FLAGS[kind], limit) as PointFinding[]
}

const FLAGS = { files: '"awaiting_files"', duplicate: '"possible_duplicate"' } as const
