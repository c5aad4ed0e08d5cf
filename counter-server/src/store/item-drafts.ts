import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { ItemDraft } from '../domain/catalogue/item-content.ts'
import { toContent } from './item-content.ts'
import { itemDraft } from './schema/catalogue.ts'
import type { Tx } from './tx.ts'

/** A draft of an item version, as it stands. */
export type DraftRow = Omit<typeof itemDraft.$inferSelect, 'content'> & { readonly content: ItemDraft }

// Written out, so that the index of open drafts is found.
const OPEN = sql`${itemDraft.state} IN ('draft','submitted')`

export function findDraft(tx: Tx, id: string): DraftRow | undefined {
  const row = tx.query.select().from(itemDraft).where(eq(itemDraft.id, id)).get()
  return row && toRow(row)
}

/** The draft of an item that is being written or waits; there is one at most. */
export function findOpenDraft(tx: Tx, code: ItemCode): DraftRow | undefined {
  const row = tx.query
    .select()
    .from(itemDraft)
    .where(and(eq(itemDraft.code, code), OPEN))
    .get()
  return row && toRow(row)
}

/** The last drafts of an item, newest first; those that were laid aside stay (U40). */
export function findDraftsOf(tx: Tx, code: ItemCode, limit: number): DraftRow[] {
  return tx.query
    .select()
    .from(itemDraft)
    .where(eq(itemDraft.code, code))
    .orderBy(desc(itemDraft.madeAt))
    .limit(limit)
    .all()
    .map(toRow)
}

/** Every draft that is being written or waits, by item. */
export function findOpenDrafts(tx: Tx, limit: number): DraftRow[] {
  return tx.query.select().from(itemDraft).where(OPEN).orderBy(itemDraft.code).limit(limit).all().map(toRow)
}

export function insertDraft(tx: Tx, row: DraftRow): void {
  tx.query.insert(itemDraft).values(row).run()
}

export function saveDraftRow(tx: Tx, { id, ...row }: DraftRow): void {
  tx.query.update(itemDraft).set(row).where(eq(itemDraft.id, id)).run()
}

function toRow(row: typeof itemDraft.$inferSelect): DraftRow {
  const draft = row.content as ItemDraft
  return { ...row, content: { ...draft, content: toContent(draft.content) } }
}
