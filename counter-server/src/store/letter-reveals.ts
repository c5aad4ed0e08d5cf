import { appendAudit } from './audit.ts'
import { seal } from './crypto.ts'
import type { Origin } from './origin.ts'
import { letterReveal } from './schema/letters.ts'
import type { Tx } from './tx.ts'

/** The fields of a writer that a person may be shown after an audit row (P34). */
export type WriterField = 'name' | 'phone' | 'address'

/** Records that somebody is about to see who wrote: audit row by ids only, purpose sealed beside it (P34, P36). */
export function recordLetterReveal(
  tx: Tx,
  origin: Origin,
  { id, field, purpose }: { id: string; field: WriterField; purpose: string },
): void {
  appendAudit(tx, { origin, action: `letter.reveal.${field}`, subject: id, result: 'shown' })
  const audit = tx.sql.prepare('SELECT max(seq) FROM audit').pluck().get() as number
  tx.query
    .insert(letterReveal)
    .values({
      audit,
      letter: id,
      field,
      purposeEnc: seal(tx.keys, `letter_reveal:${audit}:purpose`, purpose),
    })
    .run()
}
