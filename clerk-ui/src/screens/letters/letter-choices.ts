import type { LetterDetail } from '@counter/shared/contract/letters'
import { SATISFACTION_WORDS } from '@counter/shared/text/letter-words'
import { TOLD_HOW } from '@counter/shared/vocabulary/case'
import { instantWords, type Language } from '@counter/shared/vocabulary/date-words'
import {
  LASTING_LETTER_EVENTS,
  LETTER_CHANNELS,
  LETTER_TOPICS,
  REVIEW_OUTCOMES,
  SATISFACTIONS,
} from '@counter/shared/vocabulary/letter'
import { LETTER_EVENT_WORDS } from '@counter/shared/vocabulary/letter-event-words'
import {
  CHANNEL_WORDS,
  LETTER_TOPIC_WORDS,
  REPLY_WAY_WORDS,
  REVIEW_WORDS,
} from '@counter/shared/vocabulary/letter-words'
import { ORDER_LEVELS, ORDER_RULES } from '@counter/shared/vocabulary/supervision'
import type { Words } from '../../text/words.ts'
import type { Choice } from '../case/act-form.ts'

/** What a question may be answered with; the units come from the guide. */
export function choicesOf(
  name: string,
  { ways, events }: Pick<LetterDetail, 'ways' | 'events'>,
  {
    t,
    language,
    units,
  }: { readonly t: Words; readonly language: Language; readonly units: readonly Choice[] },
): readonly Choice[] {
  switch (name) {
    case 'unit':
      return units
    case 'way':
      return ways.map((value) => ({ value, label: REPLY_WAY_WORDS[value][language] }))
    case 'channel':
      return LETTER_CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value][language] }))
    case 'satisfied':
      return SATISFACTIONS.map((value) => ({ value, label: SATISFACTION_WORDS[value][language] }))
    case 'topic':
      return LETTER_TOPICS.map((value) => ({ value, label: LETTER_TOPIC_WORDS[value][language] }))
    case 'how':
      return TOLD_HOW.map((value) => ({ value, label: t(`clock.toldBy.${value}`) }))
    case 'level':
      return ORDER_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))
    case 'rule':
      return ORDER_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))
    case 'outcome':
      return REVIEW_OUTCOMES.map((value) => ({ value, label: REVIEW_WORDS[value][language] }))
    case 'event':
      return stepsOf(events, language)
    default:
      return []
  }
}

// The newest step first: a mistake is mostly noticed soon.
function stepsOf(events: LetterDetail['events'], language: Language): readonly Choice[] {
  const lasting: readonly string[] = LASTING_LETTER_EVENTS
  return events
    .filter(({ type, isVoided }) => !isVoided && !lasting.includes(type))
    .reverse()
    .map(({ id, type, at, by }) => ({
      value: id,
      label: `${instantWords(at, language)} ${LETTER_EVENT_WORDS[type][language]} · ${by}`,
    }))
}
