import type { CaseId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { findCaseFiles } from '../../store/case-files.ts'
import type { Tx } from '../../store/tx.ts'

const MOST_OF_A_CASE = 20

/** Refuses `file.too_many` when a case cannot take so many more files (V68). */
export function requireRoomFor(tx: Tx, id: CaseId, more: number): void {
  if (findCaseFiles(tx, id).length + more > MOST_OF_A_CASE)
    throw new Refusal('file.too_many', { n: MOST_OF_A_CASE })
}
