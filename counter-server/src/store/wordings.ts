import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import { and, desc, eq } from 'drizzle-orm'
import { wording } from './schema/catalogue.ts'
import type { Tx } from './tx.ts'

/** A published wording of a kind of paper; it never changes (C901). */
export type WordingRow = typeof wording.$inferSelect

export const insertWording = (tx: Tx, row: WordingRow) => tx.query.insert(wording).values(row).run()

/** What the township has published for a kind of paper, newest first; none where the shipped words hold. */
export function findWordings(tx: Tx, kind: CasePaperKind, limit: number): WordingRow[] {
  return tx.query
    .select()
    .from(wording)
    .where(eq(wording.kind, kind))
    .orderBy(desc(wording.version))
    .limit(limit)
    .all()
}

/** The wording that a paper was given with; null for the words that came with the product. */
export function findWording(tx: Tx, kind: CasePaperKind, version: number): PaperWording | null {
  const row = tx.query
    .select()
    .from(wording)
    .where(and(eq(wording.kind, kind), eq(wording.version, version)))
    .get()
  return row?.content ?? null
}
