import { z } from 'zod'
import { CommandIdField, InstantField, Sha256Field, textField } from './fields.ts'

/** `POST /api/cases/:id/open-photo-link` and `/api/drafts/:ticket/open-photo-link`: a QR for one paper (C-2). */
export const OpenPhotoLinkBody = z.strictObject({ commandId: CommandIdField, material: textField(120, 1) })
export const PhotoLink = z.object({ id: z.uuid(), url: z.string(), expiresAt: InstantField })
export type PhotoLink = z.infer<typeof PhotoLink>

export const EndPhotoLinkBody = z.strictObject({ commandId: CommandIdField })

/** `POST /api/drafts/:ticket/take-back-photo`: 「不传了」. */
export const TakeBackPhotoBody = z.strictObject({
  commandId: CommandIdField,
  sha256: Sha256Field,
  material: textField(120, 1),
})

/** Topic `photos:TICKET`: what a phone has sent to an open intake. */
export const DraftPhotos = z.object({
  photos: z.array(
    z.object({ sha256: z.string(), material: z.string(), size: z.number(), takenAt: InstantField }),
  ),
})
export type DraftPhotos = z.infer<typeof DraftPhotos>
export const DraftPhotosChange = DraftPhotos.extend({ kind: z.literal('photos_changed') })
export type DraftPhotosChange = z.infer<typeof DraftPhotosChange>
