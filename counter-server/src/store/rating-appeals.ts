import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq, isNull } from 'drizzle-orm'
import { seal, unseal } from './crypto.ts'
import { ratingAppeal } from './schema/ratings.ts'
import type { Tx } from './tx.ts'

/** What a unit holds against a low rating, and what became of it (C1005). */
export interface Appeal {
  readonly text: string
  readonly madeAt: Instant
  readonly madeBy: string
  readonly isUpheld: boolean | null
  readonly reason: string
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
}

export function findAppeal(tx: Tx, rating: string): Appeal | null {
  const row = tx.query.select().from(ratingAppeal).where(eq(ratingAppeal.rating, rating)).get()
  if (row === undefined) return null
  const { textEnc, reasonEnc, rating: _, ...kept } = row
  return {
    ...kept,
    // Its time was over and its words are gone (C1501).
    text: textEnc.length === 0 ? '' : unseal(tx.keys, nameOf(rating, 'text'), textEnc).toString('utf8'),
    reason: reasonEnc === null ? '' : unseal(tx.keys, nameOf(rating, 'reason'), reasonEnc).toString('utf8'),
  }
}

export function insertAppeal(tx: Tx, rating: string, { text, by }: { text: string; by: string }): void {
  const textEnc = seal(tx.keys, nameOf(rating, 'text'), text)
  tx.query.insert(ratingAppeal).values({ rating, textEnc, madeAt: tx.at, madeBy: by }).run()
}

export function saveDecision(
  tx: Tx,
  rating: string,
  { isUpheld, reason, by }: { readonly isUpheld: boolean; readonly reason: string; readonly by: string },
): void {
  const reasonEnc = seal(tx.keys, nameOf(rating, 'reason'), reason)
  tx.query
    .update(ratingAppeal)
    .set({ isUpheld, reasonEnc, decidedAt: tx.at, decidedBy: by })
    .where(eq(ratingAppeal.rating, rating))
    .run()
}

/** The ratings whose appeal waits for its decision, the oldest first. */
export function findOpenAppeals(tx: Tx, limit: number): readonly string[] {
  return tx.query
    .select({ rating: ratingAppeal.rating })
    .from(ratingAppeal)
    .where(isNull(ratingAppeal.decidedAt))
    .orderBy(asc(ratingAppeal.madeAt))
    .limit(limit)
    .all()
    .map(({ rating }) => rating)
}

function nameOf(rating: string, part: 'text' | 'reason'): string {
  return `rating_appeal:${rating}:${part}`
}
