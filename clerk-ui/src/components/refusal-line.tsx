import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import { useLanguage, useWords } from '../text/words.ts'

export interface Refused {
  readonly code: string
  readonly params: RefusalParams
}

/** Why it was not done, in words; nothing that was typed is lost (screens.md 6). */
export function RefusalLine({ refused }: { refused: Refused | null }) {
  const language = useLanguage()
  const words = useWords()
  if (refused === null) return null
  const sentence =
    refused.code === 'offline'
      ? words('ask.offline')
      : refusalSentence(refused.code, refused.params, language)
  return (
    <p className="refusal" role="alert">
      <span aria-hidden="true">■ </span>
      {sentence}
    </p>
  )
}
