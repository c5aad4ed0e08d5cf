import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { appendAudit } from './audit.ts'
import { seal } from './crypto.ts'
import type { Origin } from './origin.ts'
import type { PersonField } from './persons.ts'
import { reveal } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** How often somebody has seen personal data since an instant, among the centre's last 500 looks (P34). */
export function countReveals(tx: Tx, actor: string, since: Instant): number {
  return tx.sql
    .prepare(
      `SELECT count(*) FROM (SELECT audit FROM reveal ORDER BY audit DESC LIMIT 500) AS last
       JOIN audit ON audit.seq = last.audit WHERE audit.actor = ? AND audit.at >= ?`,
    )
    .pluck()
    .get(actor, since) as number
}

/** Records that somebody is about to see a personal field: audit row by ids only, purpose encrypted beside it (P34, P36). */
export function recordReveal(
  tx: Tx,
  origin: Origin,
  { id, field, purpose }: { id: CaseId; field: PersonField; purpose: string },
): void {
  appendAudit(tx, { origin, action: `case.reveal.${field}`, subject: id, result: 'shown' })
  const audit = tx.sql.prepare('SELECT max(seq) FROM audit').pluck().get() as number
  tx.query
    .insert(reveal)
    .values({ audit, case: id, field, purposeEnc: seal(tx.keys, `reveal:${audit}:purpose`, purpose) })
    .run()
}
