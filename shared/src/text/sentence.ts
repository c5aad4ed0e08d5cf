import type { RefusalParams } from '../vocabulary/refusal.ts'

export type Language = 'zh-CN' | 'en'

/**
 * One sentence in both languages. `{n}` is filled from the parameters; a part in square brackets is left out
 * when one of its parameters is missing.
 */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

const OPTIONAL = /\[([^\][]*)\]/g
const PLACE = /\{(\w+)\}/g
const MISSING = '…'

export function inLanguage(sentence: Sentence, language: Language): string {
  return language === 'en' ? sentence.en : sentence.zh
}

/** The sentence with its places filled. No brace or bracket is ever left for a person to see. */
export function fill(pattern: string, params: RefusalParams): string {
  return pattern
    .replace(OPTIONAL, (_, part: string) => (isComplete(part, params) ? part : ''))
    .replace(PLACE, (_, name: string) => textOf(params, name) || MISSING)
}

function isComplete(part: string, params: RefusalParams): boolean {
  return [...part.matchAll(PLACE)].every(([, name]) => name !== undefined && textOf(params, name) !== '')
}

// A map, so that `{constructor}` does not find what every object inherits.
function textOf(params: RefusalParams, name: string): string {
  return String(new Map(Object.entries(params)).get(name) ?? '')
}
