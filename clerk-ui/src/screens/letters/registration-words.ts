import type { LetterDetail } from '@counter/shared/contract/letters'
import { dateWords, type Language } from '@counter/shared/vocabulary/date-words'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import type { Words } from '../../text/words.ts'

type Registration = NonNullable<LetterDetail['events'][number]['registration']>

/** What of a registration was put right, each as it was and as it is since (C302). */
export function registrationWords({ from, to }: Registration, t: Words, language: Language): string {
  const changes = [
    [t('letters.channel'), CHANNEL_WORDS[from.channel][language], CHANNEL_WORDS[to.channel][language]],
    [t('letter.topic'), LETTER_TOPIC_WORDS[from.topic][language], LETTER_TOPIC_WORDS[to.topic][language]],
    [t('letter.receivedOn'), dateWords(from.receivedOn, language), dateWords(to.receivedOn, language)],
  ]
  return changes
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]) => `${what}: ${was} → ${is}`)
    .join(' · ')
}
