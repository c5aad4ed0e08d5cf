import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq } from 'drizzle-orm'
import type { FileMime } from '../domain/files/file-facts.ts'
import { caseFile, file } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** One file of a case, by the hash of its plain content (V67). */
export interface CaseFile {
  readonly sha256: string
  readonly point: VillageCode
  /** The material it shows, or what else it is. */
  readonly role: string
  readonly size: number
  readonly mime: FileMime
  readonly isStored: boolean
  readonly namedAt: Instant
  /** The event that added it; none for those a village named when it registered. */
  readonly event: string | null
}

export function findCaseFiles(tx: Tx, id: CaseId): CaseFile[] {
  return tx.query
    .select({ file, role: caseFile.role, event: caseFile.event })
    .from(caseFile)
    .innerJoin(file, and(eq(file.sha256, caseFile.sha256), eq(file.point, caseFile.point)))
    .where(eq(caseFile.case, id))
    .orderBy(asc(caseFile.role))
    .limit(100)
    .all()
    .map(({ file: { sha256, point, size, mime, namedAt, storedAt }, role, event }) => ({
      sha256,
      point,
      role,
      size,
      mime,
      isStored: storedAt !== null,
      namedAt,
      event,
    }))
}
