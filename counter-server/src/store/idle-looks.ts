import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { PersonField, RevealPurpose } from '@counter/shared/vocabulary/personal-data'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { WriterField } from './letter-reveals.ts'
import type { Tx } from './tx.ts'

/** A look at personal data by somebody who did nothing with the case or letter, before it or after it (P35). */
export interface IdleLook {
  readonly at: Instant
  readonly actor: string
  readonly of: 'case' | 'letter'
  readonly id: CaseId | string
  readonly number: string
  readonly field: PersonField | WriterField
  readonly purpose: RevealPurpose
}

/** So many of the last looks are gone through; thirty an hour is the most one person has (P34). */
const LAST = 2_000

const LAST_OF = {
  case: `SELECT audit FROM reveal ORDER BY audit DESC LIMIT ${LAST}`,
  letter: `SELECT audit FROM letter_reveal ORDER BY audit DESC LIMIT ${LAST}`,
}

const idleOf = (of: 'case' | 'letter', reveal: string) => `
  SELECT look.at, audit.actor, '${of}' AS "of", subject.id, subject.number, look.field, look.purpose
  FROM json_each(@last) AS last JOIN ${reveal} AS look ON look.audit = last.value
    JOIN audit ON audit.seq = look.audit JOIN "${of}" AS subject ON subject.id = look."${of}"
  WHERE look.at >= @since AND NOT EXISTS (SELECT 1 FROM ${of}_event AS event
    WHERE event."${of}" = subject.id AND event.actor = audit.actor AND event.recorded_at >= @since)
  ORDER BY look.at DESC LIMIT @limit`

const IDLE = { case: idleOf('case', 'reveal'), letter: idleOf('letter', 'letter_reveal') }

/** The looks since an instant whose author has recorded nothing in that case or letter since that instant, the newest first (P35). */
export function findIdleLooks(tx: Tx, since: Instant, limit: number): IdleLook[] {
  const found = (['case', 'letter'] as const).flatMap((of) => {
    const last = JSON.stringify(tx.sql.prepare(LAST_OF[of]).pluck().all())
    return tx.sql.prepare(IDLE[of]).all({ last, since, limit }) as IdleLook[]
  })
  return found.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit)
}
