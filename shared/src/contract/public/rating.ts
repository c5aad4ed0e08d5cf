import * as z from 'zod/mini'
import { RATING_LEVELS, RATING_REASONS } from '../../vocabulary/rating.ts'

const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))

/** `POST /api/ratings/offer`: which service the link lets one rate; refused when it cannot be (C1002). */
export const RatingOfferBody = z.strictObject({ token })
/** Ticket or case number. */
export const RatingOffer = z.object({ number: z.string() })
export type RatingOffer = z.infer<typeof RatingOffer>

/** `POST /api/ratings`: one voluntary rating; reasons, text and phone only with the two low levels. */
export const RateBody = z.strictObject({
  commandId: z.uuidv7(),
  token,
  level: z.literal([...RATING_LEVELS]),
  reasons: z.array(z.enum(RATING_REASONS)).check(z.maxLength(RATING_REASONS.length)),
  text: z.string().check(z.maxLength(500)),
  phone: z.string().check(z.maxLength(20)),
})
export type RateBody = z.infer<typeof RateBody>

/** What is promised after it: with a low one an answer within so many working days. */
export const Rated = z.object({ rectifyDays: z.nullable(z.number()) })
export type Rated = z.infer<typeof Rated>
