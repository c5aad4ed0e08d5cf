import { sentenceFrom } from '@counter/shared/text/refusal-sentence'
import type { RefusalWords } from './text.ts'

let known: RefusalWords = (code, params, language) =>
  sentenceFrom({ sentences: {}, wordsFor: () => ({}) }, { code, params }, language)

/** Why a kiosk or a wall was refused; until the sentences are here it names the code, as for one that is unknown (K54). */
export const deviceRefusals: RefusalWords = (code, params, language) => known(code, params, language)

/** Brings the sentences: nothing is refused before something was asked for. */
export async function bringRefusals(): Promise<void> {
  const { refusalSentence } = await import('@counter/shared/text/refusal-text')
  known = refusalSentence
}
