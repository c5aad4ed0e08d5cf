import type { SuperviseState } from '@counter/shared/contract/supervise'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** What was crossed while the server was off, in one sentence (C521). Nothing: no line. */
export function LateMarksLine({ marks }: { readonly marks: SuperviseState['lateMarks'] }) {
  const t = useWords()
  const language = useDayLanguage()
  if (marks === null) return null
  const { yellow, red, crossedFrom, firedAt } = marks
  return (
    <p role="status">
      {t('l1.lateMarks', {
        from: instantWords(crossedFrom, language),
        yellow,
        red,
        at: instantWords(firedAt, language),
      })}
    </p>
  )
}
