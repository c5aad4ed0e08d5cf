import type { CaseId } from '@counter/shared/vocabulary/ids'
import { type FoundLook, findLooks } from '../../store/reveals.ts'
import type { Tx } from '../../store/tx.ts'
import { keptCaseId } from './read-track-case.ts'

const MOST = 50

/** Who was shown personal data, for the resident: of the slip's own case, and of the one it was merged into (P35, C445). */
export function readLooks(tx: Tx, asked: CaseId): readonly FoundLook[] {
  return findLooks(tx, [...new Set([asked, keptCaseId(tx, asked)])], MOST)
}
