import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import type { ItemCode } from '@counter/shared/vocabulary/ids'
import type { DraftKind } from '@counter/shared/vocabulary/item'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { ItemDraft } from '../domain/catalogue/item-content.ts'
import { toContent } from './item-content.ts'
import { catalogueDraft } from './schema/catalogue.ts'
import type { Tx } from './tx.ts'

/** What is drafted, under which code, and what its draft holds. */
export interface Drafted {
  readonly item: { readonly code: ItemCode; readonly content: ItemDraft }
  readonly wording: { readonly code: CasePaperKind; readonly content: PaperWording }
}

/** A draft as it stands. */
export type DraftRow<K extends DraftKind = 'item'> = Omit<
  typeof catalogueDraft.$inferSelect,
  'kind' | 'code' | 'content'
> &
  Drafted[K] & { readonly kind: K }

/** What a draft is of. */
export interface DraftOf<K extends DraftKind> {
  readonly kind: K
  readonly code: Drafted[K]['code']
}

// Written out, so that the index of open drafts is found.
const OPEN = sql`${catalogueDraft.state} IN ('draft','submitted')`

export function findDraft<K extends DraftKind>(tx: Tx, kind: K, id: string): DraftRow<K> | undefined {
  const row = tx.query
    .select()
    .from(catalogueDraft)
    .where(and(eq(catalogueDraft.id, id), eq(catalogueDraft.kind, kind)))
    .get()
  return row && toRow(row)
}

/** The draft of a thing that is being written or waits; there is one at most. */
export function findOpenDraft<K extends DraftKind>(
  tx: Tx,
  { kind, code }: DraftOf<K>,
): DraftRow<K> | undefined {
  const row = tx.query
    .select()
    .from(catalogueDraft)
    .where(and(eq(catalogueDraft.kind, kind), eq(catalogueDraft.code, code), OPEN))
    .get()
  return row && toRow(row)
}

/** The last drafts of a thing, newest first; those that were laid aside stay (U40). */
export function findDraftsOf<K extends DraftKind>(
  tx: Tx,
  { kind, code }: DraftOf<K>,
  limit: number,
): DraftRow<K>[] {
  return tx.query
    .select()
    .from(catalogueDraft)
    .where(and(eq(catalogueDraft.kind, kind), eq(catalogueDraft.code, code)))
    .orderBy(desc(catalogueDraft.madeAt))
    .limit(limit)
    .all()
    .map((row) => toRow<K>(row))
}

/** Every draft of a kind that is being written or waits, by its code. */
export function findOpenDrafts<K extends DraftKind>(tx: Tx, kind: K, limit: number): DraftRow<K>[] {
  return tx.query
    .select()
    .from(catalogueDraft)
    .where(and(eq(catalogueDraft.kind, kind), OPEN))
    .orderBy(catalogueDraft.code)
    .limit(limit)
    .all()
    .map((row) => toRow<K>(row))
}

export function insertDraft<K extends DraftKind>(tx: Tx, row: DraftRow<K>): void {
  tx.query.insert(catalogueDraft).values(row).run()
}

export function saveDraftRow<K extends DraftKind>(tx: Tx, { id, ...row }: DraftRow<K>): void {
  tx.query.update(catalogueDraft).set(row).where(eq(catalogueDraft.id, id)).run()
}

/** A draft from before an item said of village committees and near relatives what it does (V11, V12). */
type Said = Omit<ItemDraft, 'committeeMayAsk' | 'relativeFiling'> & Partial<ItemDraft>

// An item's draft from an earlier release may say less; its wording is whole in every release.
function toRow<K extends DraftKind>(row: typeof catalogueDraft.$inferSelect): DraftRow<K> {
  const stored = row.content as Said
  const content =
    row.kind === 'item'
      ? { committeeMayAsk: false, relativeFiling: false, ...stored, content: toContent(stored.content) }
      : stored
  return { ...row, content } as unknown as DraftRow<K>
}
