import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { eq } from 'drizzle-orm'
import type { Consultation } from '../domain/village/village-command.ts'
import { seal, unseal } from './crypto.ts'
import { consultation } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** Keeps a consultation; who asked stands masked beside the sealed words (P30, P33). */
export function insertConsultation(
  tx: Tx,
  row: {
    readonly id: string
    readonly village: VillageCode
    readonly personMasked: string
    readonly capturedAt: Instant
  } & Consultation,
): void {
  const { id, village, personMasked, capturedAt, person, item, question, answer, isReferred } = row
  const words = JSON.stringify({ person, question, answer })
  tx.query
    .insert(consultation)
    .values({
      id,
      village,
      item,
      person: personMasked,
      wordsEnc: seal(tx.keys, placeOf(id), words),
      isReferred,
      capturedAt,
    })
    .run()
}

/** True for an id that a consultation has. */
export function hasConsultation(tx: Tx, id: string): boolean {
  const found = tx.query
    .select({ id: consultation.id })
    .from(consultation)
    .where(eq(consultation.id, id))
    .get()
  return found !== undefined
}

export function findConsultation(tx: Tx, id: string): typeof consultation.$inferSelect | undefined {
  return tx.query.select().from(consultation).where(eq(consultation.id, id)).get()
}

/** The words of a consultation, opened; none are left once its time is over (C1501). */
export function wordsOfConsultation(
  tx: Tx,
  { id, wordsEnc }: { readonly id: string; readonly wordsEnc: Buffer },
): Pick<Consultation, 'question' | 'answer'> {
  if (wordsEnc.length === 0) return { question: '', answer: '' }
  const { question, answer } = JSON.parse(unseal(tx.keys, placeOf(id), wordsEnc).toString())
  return { question, answer }
}

function placeOf(id: string): string {
  return `consultation:${id}`
}
