import { CaseAnswer } from '@counter/shared/contract/cases'
import { TOLD_HOW, type ToldHow } from '@counter/shared/vocabulary/case'
import { useState } from 'react'
import { ActButton } from '../../components/command-button.tsx'
import { useWords } from '../../text/words.ts'

/** Writes down that the resident has been told the new date, and how (C520). */
export function TellDue({ id }: { readonly id: string }) {
  const t = useWords()
  const [how, setHow] = useState<ToldHow>('phone')
  return (
    <span className="line">
      <label>
        {t('clock.toldBy')}{' '}
        <select
          value={how}
          onChange={({ target }) => setHow(TOLD_HOW.find((each) => each === target.value) ?? 'phone')}
        >
          {TOLD_HOW.map((each) => (
            <option key={each} value={each}>
              {t(`clock.toldBy.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <ActButton path={`/api/cases/${id}/tell-due`} body={{ how }} parser={CaseAnswer}>
        {t('clock.toldNow')}
      </ActButton>
    </span>
  )
}
