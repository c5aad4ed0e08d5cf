import { EDITED_WORDS } from '../vocabulary/edit.ts'
import type { RefusalCode, RefusalParams } from '../vocabulary/refusal.ts'
import { ACCESS_REFUSALS } from './access-refusals.ts'
import { CASE_REFUSALS } from './case-refusals.ts'
import { FILE_REFUSALS } from './file-refusals.ts'
import { HALL_REFUSALS } from './hall-refusals.ts'
import { GAP_WORDS, ITEM_REFUSALS } from './item-words.ts'
import { LETTER_REFUSALS } from './letter-refusals.ts'
import { LETTER_WORDS, PRIVATE_WORDS } from './letter-words.ts'
import { PUBLIC_REFUSALS } from './public-refusals.ts'
import { RATING_REFUSALS } from './rating-words.ts'
import { sentenceFrom } from './refusal-sentence.ts'
import { REPORT_REFUSALS } from './report-refusals.ts'
import type { Language, Sentence } from './sentence.ts'
import { BOOKING_WORDS, CASE_WORDS, TICKET_WORDS } from './status-words.ts'
import { VILLAGE_REFUSALS } from './village-refusals.ts'

/** Every "no" as a person reads it. A code without a sentence does not compile (C1601). */
export const REFUSAL_TEXT = {
  ...PUBLIC_REFUSALS,
  ...ACCESS_REFUSALS,
  ...FILE_REFUSALS,
  ...HALL_REFUSALS,
  ...CASE_REFUSALS,
  ...ITEM_REFUSALS,
  ...LETTER_REFUSALS,
  ...RATING_REFUSALS,
  ...REPORT_REFUSALS,
  ...VILLAGE_REFUSALS,
} as const satisfies Record<RefusalCode, Sentence>

/** The sentence of any refusal there is. */
export function refusalSentence(code: string, params: RefusalParams, language: Language): string {
  return sentenceFrom({ sentences: REFUSAL_TEXT, wordsFor }, { code, params }, language)
}

function wordsFor(code: string): Readonly<Record<string, Sentence>> {
  if (code.startsWith('booking.')) return BOOKING_WORDS
  if (code === 'case.revision_changed') return EDITED_WORDS
  if (code === 'item.incomplete') return GAP_WORDS
  if (code === 'publication.private_value') return PRIVATE_WORDS
  if (code.startsWith('letter.')) return LETTER_WORDS
  return code.startsWith('ticket.') ? TICKET_WORDS : CASE_WORDS
}
