import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { PersonField, RevealPurpose } from '@counter/shared/vocabulary/personal-data'
import type { Instant } from '@counter/shared/vocabulary/time'
import { desc, eq, inArray } from 'drizzle-orm'
import { appendAudit } from './audit.ts'
import { seal } from './crypto.ts'
import type { Origin } from './origin.ts'
import { reveal } from './schema/cases.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** How often somebody has seen personal data since an instant, among the centre's last looks at cases and letters (P34). */
export function countReveals(tx: Tx, actor: string, since: Instant): number {
  const looks = ['SELECT audit FROM reveal', 'SELECT audit FROM letter_reveal'].flatMap((last) =>
    tx.sql.prepare(`${last} ORDER BY audit DESC LIMIT 500`).pluck().all(),
  )
  return tx.sql
    .prepare(
      `SELECT count(*) FROM json_each(?) AS look JOIN audit ON audit.seq = look.value
       WHERE audit.actor = ? AND audit.at >= ?`,
    )
    .pluck()
    .get(JSON.stringify(looks), actor, since) as number
}

/** A look at one field of the person of a case: what for, and by whom as a post (P34). */
export interface Look {
  readonly id: CaseId
  readonly field: PersonField
  readonly purpose: RevealPurpose
  /** What was written beside it. */
  readonly words: string
  readonly role: string
  readonly unit: UnitCode | null
}

/** Records that somebody is about to see a personal field: audit row by ids only, the words encrypted beside it (P34, P36). */
export function recordReveal(tx: Tx, origin: Origin, { id, field, purpose, words, role, unit }: Look): void {
  appendAudit(tx, { origin, action: `case.reveal.${field}`, subject: id, result: 'shown' })
  const audit = tx.sql.prepare('SELECT max(seq) FROM audit').pluck().get() as number
  const purposeEnc = seal(tx.keys, `reveal:${audit}:purpose`, words)
  tx.query.insert(reveal).values({ audit, case: id, field, purpose, at: tx.at, role, unit, purposeEnc }).run()
}

/** One look, as it is told to the resident. */
export interface FoundLook extends Pick<Look, 'field' | 'purpose' | 'role'> {
  readonly at: Instant
  readonly unitName: string | null
}

/** The latest looks at the person of these cases, as the resident reads them (P35). */
export function findLooks(tx: Tx, cases: readonly CaseId[], limit: number): FoundLook[] {
  return tx.query
    .select({
      at: reveal.at,
      field: reveal.field,
      purpose: reveal.purpose,
      role: reveal.role,
      unitName: unit.name,
    })
    .from(reveal)
    .leftJoin(unit, eq(unit.code, reveal.unit))
    .where(inArray(reveal.case, [...cases]))
    .orderBy(desc(reveal.audit))
    .limit(limit)
    .all()
}
