import { DutyRoster, type RegisteredLetterView } from '@counter/shared/contract/letter-bodies'
import { useState } from 'react'
import { useNet } from '../../state/live.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { StaleLine } from '../unit/stale-line.tsx'
import { EMPTY_LOG, SPOKEN_CHANNELS } from './log-draft.ts'
import '../case/case.css'
import './letters.css'
import { LogForm } from './log-form.tsx'
import { Logged } from './logged.tsx'
import { useLogDraft } from './use-log-draft.ts'

/** 登记来信来电: one form for every channel, the phone first; it says who is on duty and where complaints about staff go. */
export function LogLetterScreen() {
  const t = useWords()
  const [heard, setHeard] = useState(EMPTY_LOG)
  const { draft, savedAt, change, forget } = useLogDraft()
  const isCut = useNet(({ net }) => net === 'offline')
  const [logged, setLogged] = useState<RegisteredLetterView | null>(null)
  const { value: roster } = useReading('/api/duty', DutyRoster)
  const today = roster?.days.find(({ day }) => day === roster.today)
  return (
    <div
      className="case-ui letters"
      data-screen="C-8"
      data-state={logged !== null ? 'success' : isCut ? 'offline' : 'normal'}
    >
      <h1>{t('log.title')}</h1>
      <StaleLine words="log.offline" />
      {roster === null && <p>{t('log.loading')}</p>}
      {roster !== null && (
        <p data-testid="log.duty">
          {today === undefined
            ? `▲ ${t('log.noDuty')}`
            : t('log.onDuty', { staff: today.staffName, leader: today.leaderName })}
        </p>
      )}
      {logged === null ? (
        <LogForm
          draft={draft}
          leader={today?.leaderName ?? ''}
          savedAt={savedAt}
          onChange={change}
          onLogged={(letter) => {
            setHeard(draft)
            forget()
            setLogged(letter)
          }}
        />
      ) : (
        <Logged
          letter={logged}
          isHeard={SPOKEN_CHANNELS.includes(heard.channel)}
          onNext={() => setLogged(null)}
        />
      )}
    </div>
  )
}
