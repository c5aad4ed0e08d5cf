import * as z from 'zod/mini'
import { RATING_LEVELS, RATING_REASONS } from '../../vocabulary/rating.ts'

/** `GET /api/rating-desk`: what the tablet at a window shows; nothing of who served is in it. */
export const RatingDesk = z.object({
  /** Null: nobody has said yet where it stands; `windows` are the choices then. */
  window: z.nullable(z.number()),
  windows: z.array(z.object({ window: z.number(), name: z.string() })),
  /** The visit that may be rated now. */
  offer: z.nullable(z.object({ ticketId: z.string(), number: z.string() })),
})
export type RatingDesk = z.infer<typeof RatingDesk>

/** `POST /api/rating-desk/window`: where the tablet stands, said once. */
export const PlaceTabletBody = z.strictObject({
  commandId: z.uuidv7(),
  window: z.int().check(z.minimum(1), z.maximum(99)),
})
export const TabletPlaced = z.object({ done: z.literal(true) })

/** `POST /api/rating-desk/rate`: as `POST /api/ratings`, by the visit that ended last at this window. */
export const RateAtWindowBody = z.strictObject({
  commandId: z.uuidv7(),
  ticketId: z.uuid(),
  level: z.literal([...RATING_LEVELS]),
  reasons: z.array(z.enum(RATING_REASONS)).check(z.maxLength(RATING_REASONS.length)),
  text: z.string().check(z.maxLength(500)),
  phone: z.string().check(z.maxLength(20)),
})
export type RateAtWindowBody = z.infer<typeof RateAtWindowBody>
