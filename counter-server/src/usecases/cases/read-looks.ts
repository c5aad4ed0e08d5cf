import type { CaseId } from '@counter/shared/vocabulary/ids'
import { type FoundFileLook, findFileLooks } from '../../store/file-looks.ts'
import { type FoundLook, findLooks } from '../../store/reveals.ts'
import type { Tx } from '../../store/tx.ts'
import { keptCaseId } from './read-track-case.ts'

const MOST = 50

/** Who was shown personal data, for the resident: of the slip's own case, and of the one it was merged into (P35, C445). */
export function readLooks(tx: Tx, asked: CaseId): readonly (FoundLook | LookAtFile)[] {
  const cases = [...new Set([asked, keptCaseId(tx, asked)])]
  const files = findFileLooks(tx, cases, MOST).map(
    (look): LookAtFile => ({ ...look, field: 'file', purpose: 'materials' }),
  )
  return [...findLooks(tx, cases, MOST), ...files].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, MOST)
}

/** A file is opened for what it shows, so nobody is asked what for. */
type LookAtFile = FoundFileLook & { readonly field: 'file'; readonly purpose: 'materials' }
