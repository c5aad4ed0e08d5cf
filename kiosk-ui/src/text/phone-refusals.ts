import { PUBLIC_REFUSALS } from '@counter/shared/text/public-refusals'
import { sentenceFrom } from '@counter/shared/text/refusal-sentence'
import { BOOKING_WORDS, TICKET_WORDS } from '@counter/shared/text/status-words'
import type { RefusalWords } from './text.ts'

/** The refusals that a resident's phone can meet: it pays for every word (K25). */
export const phoneRefusals: RefusalWords = (code, params, language) =>
  sentenceFrom(
    {
      sentences: PUBLIC_REFUSALS,
      wordsFor: (of) => (of.startsWith('booking.') ? BOOKING_WORDS : TICKET_WORDS),
    },
    { code, params },
    language,
  )
