import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { and, asc, eq, lt } from 'drizzle-orm'
import type { DraftPlace } from './drafts.ts'
import { draftPhoto } from './schema/photos.ts'
import { findSetting } from './settings.ts'
import type { Tx } from './tx.ts'

export type DraftPhoto = typeof draftPhoto.$inferSelect

const DAY_MS = 86_400_000
/** More than an intake may have. */
const MOST = 100

/** Keeps a photo of an intake; the same one for the same paper is kept once. */
export function insertDraftPhoto(tx: Tx, photo: DraftPhoto): void {
  tx.query.insert(draftPhoto).values(photo).onConflictDoNothing().run()
}

/** The photos of an intake in the order they came. */
export function findDraftPhotos(tx: Tx, place: DraftPlace): DraftPhoto[] {
  return tx.query
    .select()
    .from(draftPhoto)
    .where(at(place))
    .orderBy(asc(draftPhoto.takenAt), asc(draftPhoto.sha256))
    .limit(MOST)
    .all()
}

export function dropDraftPhoto(
  tx: Tx,
  place: DraftPlace,
  photo: Pick<DraftPhoto, 'sha256' | 'material'>,
): void {
  const { sha256, material } = photo
  tx.query
    .delete(draftPhoto)
    .where(and(at(place), eq(draftPhoto.sha256, sha256), eq(draftPhoto.material, material)))
    .run()
}

/** They belong to a case from now on. */
export function dropDraftPhotos(tx: Tx, place: DraftPlace): void {
  tx.query.delete(draftPhoto).where(at(place)).run()
}

/** Forgets photos of drafts that nobody went on with ⚙ (C1501); what is answered lies on the shelf and may go. */
export function dropOldDraftPhotos(tx: Tx): string[] {
  const before = instantOf(toMs(tx.at) - findSetting(tx, 'retention.drafts') * DAY_MS)
  return tx.query
    .delete(draftPhoto)
    .where(lt(draftPhoto.takenAt, before))
    .returning({ storedAs: draftPhoto.storedAs })
    .all()
    .map(({ storedAs }) => storedAs)
}

function at({ staff, ticket }: DraftPlace) {
  return and(eq(draftPhoto.staff, staff), eq(draftPhoto.ticket, ticket))
}
