import * as z from 'zod/mini'

const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))

/** `POST /api/photos/offer`: the secret of the QR, and the one the phone made for itself; the first phone has the link alone (P41). */
export const PhotoOfferBody = z.strictObject({ token: secret, phone: secret })

/** For which paper, where it goes and until when; nothing of the person or the matter. */
export const PhotoOffer = z.object({
  centre: z.string(),
  material: z.nullable(z.string()),
  until: z.string(),
})
export type PhotoOffer = z.infer<typeof PhotoOffer>

/** `POST /api/photos`: the picture as the body, the secrets in its headers, so that none stands in an address. */
export const PhotoSent = z.object({ done: z.literal(true) })
export type PhotoSent = z.infer<typeof PhotoSent>
