import { desc, eq } from 'drizzle-orm'
import { appendAudit } from './audit.ts'
import { seal } from './crypto.ts'
import type { Origin } from './origin.ts'
import type { FoundLook, Look } from './reveals.ts'
import { letterReveal } from './schema/letters.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

/** The fields of a writer that a person may be shown after an audit row (P34). */
export type WriterField = 'name' | 'phone' | 'address'

/** A look at one field of whoever wrote a letter. */
export interface LetterLook extends Pick<Look, 'purpose' | 'words' | 'role' | 'unit'> {
  readonly id: string
  readonly field: WriterField
}

/** Records that somebody is about to see who wrote: audit row by ids only, the words sealed beside it (P34, P36). */
export function recordLetterReveal(
  tx: Tx,
  origin: Origin,
  { id, field, purpose, words, role, unit }: LetterLook,
): void {
  appendAudit(tx, { origin, action: `letter.reveal.${field}`, subject: id, result: 'shown' })
  const audit = tx.sql.prepare('SELECT max(seq) FROM audit').pluck().get() as number
  const purposeEnc = seal(tx.keys, `letter_reveal:${audit}:purpose`, words)
  const look = { audit, letter: id, field, purpose, at: tx.at, role, unit, purposeEnc }
  tx.query.insert(letterReveal).values(look).run()
}

/** The latest looks at who wrote a letter, as its writer reads them (P35). */
export function findLetterLooks(tx: Tx, id: string, limit: number): FoundLook[] {
  return tx.query
    .select({
      at: letterReveal.at,
      field: letterReveal.field,
      purpose: letterReveal.purpose,
      role: letterReveal.role,
      unitName: unit.name,
    })
    .from(letterReveal)
    .leftJoin(unit, eq(unit.code, letterReveal.unit))
    .where(eq(letterReveal.letter, id))
    .orderBy(desc(letterReveal.audit))
    .limit(limit)
    .all()
}
