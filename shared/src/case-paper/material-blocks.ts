import type { Receipt } from '../contract/receipt.ts'
import { dateWords, type Language } from '../vocabulary/date-words.ts'
import type { PaperBlock } from './paper-block.ts'
import { wordsIn } from './paper-words.ts'
import { sentencesIn } from './wording-lines.ts'

const BOXES = { received: '☑', missing: '☐', deferred: '△', not_needed: '–' } as const
const STATES = {
  received: 'received',
  missing: 'absent',
  deferred: 'deferred',
  not_needed: 'notNeeded',
} as const

/** The papers that list what was brought. */
const LISTS: readonly Receipt['kind'][] = ['receipt', 'acceptance', 'on_spot']

export function materialsOf(receipt: Receipt, language: Language): PaperBlock[] {
  const say = wordsIn(language)
  if (receipt.kind === 'supplement' || receipt.kind === 'late_supplement') return missingOf(receipt, language)
  if (!LISTS.includes(receipt.kind) || receipt.materials.length === 0) return []
  const items = receipt.materials.map(({ name, state, promisedOn }) => ({
    text: `${BOXES[state]} ${name} · ${say(STATES[state])}`,
    how: promisedOn ? say('promisedBy', { day: dateWords(promisedOn, language) }) : null,
  }))
  return [{ is: 'list', title: say('materials'), items }]
}

/** 容缺: what the resident signs on the notice of acceptance (C205). */
export function promisedOf(receipt: Receipt, language: Language): PaperBlock[] {
  return hasPromise(receipt) ? [{ is: 'line', text: sentencesIn(receipt, language)('promised') }] : []
}

/** 容缺 stands on it, so the resident signs it (C205). */
export function hasPromise({ kind, materials }: Receipt): boolean {
  return kind === 'acceptance' && materials.some(({ promisedOn }) => promisedOn)
}

// On the notice only what is missing, each with how to get it, where and until when (C404).
function missingOf(receipt: Receipt, language: Language): PaperBlock[] {
  const { materials, until, where, isProvisional } = receipt
  const say = wordsIn(language)
  const tell = sentencesIn(receipt, language)
  const items = materials
    .filter(({ state }) => state === 'missing')
    .map(({ name, how }) => ({
      text: `${BOXES.missing} ${name}`,
      how: how === '' ? null : tell('how', { how }),
    }))
  const list: PaperBlock[] = items.length === 0 ? [] : [{ is: 'list', title: tell('missing'), items }]
  if (until === null) return list
  const day = tell('until', { day: dateWords(until, language), where })
  return [...list, { is: 'until', text: day + (isProvisional ? say('provisional') : '') }]
}
