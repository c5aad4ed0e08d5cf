import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { desc, eq, inArray } from 'drizzle-orm'
import { appendAudit } from './audit.ts'
import type { Origin } from './origin.ts'
import { fileLook } from './schema/cases.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** Records that somebody is about to be shown a file: its audit row, and for the resident the post (C303, P35). */
export function recordFileLook(
  tx: Tx,
  origin: Origin,
  look: {
    readonly id: CaseId
    readonly sha256: string
    readonly role: string
    readonly unit: UnitCode | null
  },
): void {
  const subject = `${look.id}/${look.sha256}`
  appendAudit(tx, { origin, action: 'file.shown', subject, result: 'shown' })
  const audit = tx.sql.prepare('SELECT max(seq) FROM audit').pluck().get() as number
  tx.query
    .insert(fileLook)
    .values({ audit, case: look.id, at: tx.at, role: look.role, unit: look.unit })
    .run()
}

/** One look at a file, as it is told to the resident. */
export interface FoundFileLook {
  readonly at: Instant
  readonly role: string
  readonly unitName: string | null
}

/** The latest looks at files of these cases (P35). */
export function findFileLooks(tx: Tx, cases: readonly CaseId[], limit: number): FoundFileLook[] {
  return tx.query
    .select({ at: fileLook.at, role: fileLook.role, unitName: unit.name })
    .from(fileLook)
    .leftJoin(unit, eq(unit.code, fileLook.unit))
    .where(inArray(fileLook.case, [...cases]))
    .orderBy(desc(fileLook.audit))
    .limit(limit)
    .all()
}
