import type { Copy } from '@counter/shared/client/copies'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { ReactNode } from 'react'
import { useLanguage, useText } from '../../text/text.ts'

/** 「这是 6月10日 的版本」: shown when the server was silent and the browser's own copy answers. */
export function CopyMark({ copy }: { readonly copy: Copy<unknown> | null }): ReactNode {
  const say = useText()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  if (copy === null || copy.copiedOn === null) return null
  return (
    <p className="warning" role="status">
      {say('guide.copy', { d: dayWords(copy.copiedOn, language) })}
    </p>
  )
}
