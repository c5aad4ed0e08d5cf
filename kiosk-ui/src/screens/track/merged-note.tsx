import type { ReactNode } from 'react'
import { useLanguage } from '../../text/text.ts'

/** Why the page shows another number than the slip: the two were the same matter (C445). */
export function MergedNote({ number }: { readonly number: string }): ReactNode {
  const isEnglish = useLanguage() === 'en'
  return (
    <p data-testid="p2.merged">
      {isEnglish ? `${number} was merged into this case` : `${number} 已并入这一件`}
    </p>
  )
}
