import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'

/** Says of a copy when the centre said it: nothing old is shown as current (U10). */
export function CopyAge({ copiedAt }: { readonly copiedAt: Instant | null }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  if (copiedAt === null) return null
  return (
    <p className="v-hint" role="status">
      {words('village.copy', { time: instantWords(copiedAt, days) })}
    </p>
  )
}
