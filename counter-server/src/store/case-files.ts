import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { and, asc, eq } from 'drizzle-orm'
import { caseFile, file } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** One file of a case, by the hash of its plain content (V67). */
export interface CaseFile {
  readonly sha256: string
  readonly point: VillageCode
  /** The material it shows, or what else it is. */
  readonly role: string
  readonly size: number
  readonly mime: 'image/jpeg' | 'image/png'
  readonly isStored: boolean
}

export function findCaseFiles(tx: Tx, id: CaseId): CaseFile[] {
  return tx.query
    .select({ file, role: caseFile.role })
    .from(caseFile)
    .innerJoin(file, and(eq(file.sha256, caseFile.sha256), eq(file.point, caseFile.point)))
    .where(eq(caseFile.case, id))
    .orderBy(asc(caseFile.role))
    .limit(100)
    .all()
    .map(({ file: { sha256, point, size, mime, storedAt }, role }) => ({
      sha256,
      point,
      role,
      size,
      mime,
      isStored: storedAt !== null,
    }))
}
