import type { RefusalCode, RefusalParams } from '../vocabulary/refusal.ts'
import { refusalSentence } from './refusal-text.ts'
import { fill, inLanguage, type Language, type Sentence } from './sentence.ts'

// What a desk can do about it, a point cannot: the one-time notice is the centre's.
const AT_THE_POINT: Partial<Record<RefusalCode, Sentence>> = {
  'material.missing': {
    zh: '还缺：{list}，请补上再发',
    en: 'Still missing: {list}. Add it and send again',
  },
}

/** The sentence of a refusal as an agent reads it on the phone (V95). */
export function pointRefusalSentence(code: string, params: RefusalParams, language: Language): string {
  const own = new Map(Object.entries(AT_THE_POINT)).get(code)
  return own === undefined ? refusalSentence(code, params, language) : fill(inLanguage(own, language), params)
}
