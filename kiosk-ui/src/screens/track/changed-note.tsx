import { dayWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useLanguage } from '../../text/text.ts'

/** The house had chosen another item by mistake; the resident reads that it was put right, and that his time counts on (C520). */
export function ChangedNote({ day }: { readonly day: PlainDate }): ReactNode {
  const isEnglish = useLanguage() === 'en'
  return (
    <p data-testid="p2.itemChanged">
      {isEnglish
        ? `We had chosen the wrong item and put it right on ${dayWords(day, 'en')}. The day of your application stays`
        : `原来的事项选错了，${dayWords(day, 'zh')}已改正。收件日期不变`}
    </p>
  )
}
