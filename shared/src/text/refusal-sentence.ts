import { dateWords, instantWords } from '../vocabulary/date-words.ts'
import { isPlainDate } from '../vocabulary/plain-date.ts'
import type { RefusalParams } from '../vocabulary/refusal.ts'
import type { Instant } from '../vocabulary/time.ts'
import { fill, inLanguage, type Language, type Sentence } from './sentence.ts'

type Words = Readonly<Record<string, Sentence>>

/** The refusals a page knows, and the words that stand for a status or an act in them. */
export interface Refusals {
  readonly sentences: Words
  readonly wordsFor: (code: string) => Words
}

const FAULT: Sentence = {
  zh: '没有收到确认，可以放心再按一次',
  en: 'No confirmation arrived. It is safe to press again',
}
const UNKNOWN: Sentence = {
  zh: '没有办成（{code}），内容还在，请找管理员',
  en: 'This was not done ({code}). What you typed is kept; ask the administrator',
}

// Parameters that carry a word of the closed lists instead of a value.
const WORD_PARAMS = ['status', 'action', 'actions', 'gaps', 'fields']

/**
 * The sentence of a refusal, its places filled. A fault says that pressing again is safe (R6); a code this
 * build does not know is named, so that it can be read out to the administrator.
 */
export function sentenceFrom(
  { sentences, wordsFor }: Refusals,
  { code, params }: { readonly code: string; readonly params: RefusalParams },
  language: Language,
): string {
  if (code === 'fault') return inLanguage(FAULT, language)
  const sentence = new Map(Object.entries(sentences)).get(code)
  if (sentence === undefined) return fill(inLanguage(UNKNOWN, language), { code })
  return fill(inLanguage(sentence, language), inWords(params, wordsFor(code), language))
}

function inWords(params: RefusalParams, words: Words, language: Language): RefusalParams {
  const known = new Map(Object.entries(words))
  const separator = language === 'en' ? ', ' : '、'
  const word = (id: string) => inLanguage(known.get(id) ?? { zh: id, en: id }, language)
  const asWords = (text: string) => text.split(',').map(word).join(separator)
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      WORD_PARAMS.includes(name) ? asWords(String(value)) : dayOf(value, language),
    ]),
  )
}

// A day and an instant are read as a person says them, not as they are kept.
function dayOf(value: string | number, language: Language): string | number {
  if (typeof value !== 'string') return value
  const spoken = language === 'en' ? 'en' : 'zh'
  if (isPlainDate(value)) return dateWords(value, spoken)
  return INSTANT.test(value) ? instantWords(value as Instant, spoken) : value
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
