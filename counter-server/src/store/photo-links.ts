import type { CaseId, StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, eq, isNull, lt } from 'drizzle-orm'
import { photoLink } from './schema/photos.ts'
import type { Tx } from './tx.ts'

export type PhotoLink = typeof photoLink.$inferSelect

export function insertPhotoLink(tx: Tx, link: PhotoLink): void {
  tx.query.insert(photoLink).values(link).run()
}

export function findPhotoLink(tx: Tx, id: string): PhotoLink | undefined {
  return tx.query.select().from(photoLink).where(eq(photoLink.id, id)).get()
}

export function findPhotoLinkByToken(tx: Tx, tokenHash: string): PhotoLink | undefined {
  return tx.query.select().from(photoLink).where(eq(photoLink.tokenHash, tokenHash)).get()
}

/** The link that a person has not closed, whether its time is over or not. */
export function findOpenPhotoLink(tx: Tx, staff: StaffId): PhotoLink | undefined {
  return tx.query
    .select()
    .from(photoLink)
    .where(and(eq(photoLink.staff, staff), isNull(photoLink.endedAt)))
    .get()
}

export function savePhoneOf(tx: Tx, id: string, phoneHash: string): void {
  tx.query.update(photoLink).set({ phoneHash }).where(eq(photoLink.id, id)).run()
}

export function endPhotoLink(tx: Tx, id: string): void {
  tx.query.update(photoLink).set({ endedAt: tx.at }).where(eq(photoLink.id, id)).run()
}

/** What was photographed at the intake goes to its case from now on. */
export function movePhotoLink(
  tx: Tx,
  { staff, ticket }: { staff: StaffId; ticket: TicketId },
  to: CaseId,
): void {
  tx.query
    .update(photoLink)
    .set({ case: to, ticket: null })
    .where(and(eq(photoLink.staff, staff), eq(photoLink.ticket, ticket), isNull(photoLink.endedAt)))
    .run()
}

/** The journal says who opened a link and for what; a link that is over is of no more use. */
export function forgetPhotoLinks(tx: Tx, before: Instant): void {
  tx.query.delete(photoLink).where(lt(photoLink.expiresAt, before)).run()
}
