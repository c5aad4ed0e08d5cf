import type { CaseDetail } from '@counter/shared/contract/cases'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import type { Late } from './late-fields.tsx'

interface ReceivedAtPointProps {
  readonly detail: Pick<CaseDetail, 'pointReceived' | 'row'>
  readonly onTake: (late: Late) => void
}

/** The papers lay at the village point before anybody here knew: the clock may go on from then (V75, C306). */
export function ReceivedAtPoint({ detail, onTake }: ReceivedAtPointProps) {
  const t = useWords()
  const language = useDayLanguage()
  const received = detail.pointReceived ?? null
  if (received === null) return null
  const { at, names } = received
  const village = detail.row.villageName ?? ''
  const told = t('late.atPoint', { village, at: instantWords(at, language), list: names.join('、') })
  return (
    <div className="field">
      <p>▲ {told}</p>
      <button
        type="button"
        onClick={() => onTake({ at: `${civilDate(at)}T${civilTime(at)}`, reason: told.slice(0, 200) })}
      >
        {t('late.takeAtPoint')}
      </button>
    </div>
  )
}
