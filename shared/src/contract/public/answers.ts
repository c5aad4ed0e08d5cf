import * as z from 'zod/mini'
import { LETTER_CHANNELS, LETTER_TOPICS } from '../../vocabulary/letter.ts'

/** `GET /api/say/answers`: answers that were published, with nothing of who wrote (C1303). */
export const PublicAnswers = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      channel: z.enum(LETTER_CHANNELS),
      topic: z.enum(LETTER_TOPICS),
      unitName: z.nullable(z.string()),
      repliedOn: z.nullable(z.string()),
      publishedOn: z.string(),
      question: z.string(),
      answer: z.string(),
    }),
  ),
  next: z.nullable(z.string()),
})
export type PublicAnswers = z.infer<typeof PublicAnswers>

/** A page of them; the cursor is the server's own. */
export const PublicAnswersQuery = z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(100))) })
