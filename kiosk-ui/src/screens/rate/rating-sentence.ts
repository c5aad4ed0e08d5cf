import { RATING_REFUSALS } from '@counter/shared/text/rating-words'
import { inLanguage } from '@counter/shared/text/sentence'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import type { TextKey } from '../../text/zh-cn.ts'

export type Sentence = (code: string) => string

// The words of ratings are loaded by this page alone (K54); all others are the phone's.
export function useRatingSentence(offline: TextKey = 'p3.failed'): Sentence {
  const say = useText()
  const refusal = useRefusal()
  const language = useLanguage()
  return (code) => {
    const own = new Map(Object.entries(RATING_REFUSALS)).get(code)
    if (own !== undefined) return inLanguage(own, language)
    return code === 'offline' ? say(offline) : refusal(code, {})
  }
}
