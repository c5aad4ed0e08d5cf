import { DayClosed } from '@counter/shared/contract/supervise'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'

/** 日结 by hand, asked once more in its place, then its tally: issued = served + absent + moved + cancelled (Q13). */
export function DayClose() {
  const t = useWords()
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [closed, setClosed] = useState<DayClosed | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const close = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await command('/api/days/close', {}, DayClosed)
    setBusy(false)
    setAsked(false)
    setRefused(answer.ok ? null : answer)
    if (answer.ok) setClosed(answer.value)
  }
  return (
    <section className="card" aria-label={t('l1.dayClose')}>
      <h2>{t('l1.dayClose')}</h2>
      {isAsked ? (
        <p className="line" role="alert">
          {t('l1.dayCloseAsk')}
          <button type="button" aria-disabled={isBusy} onClick={() => void close()}>
            {t('l1.dayCloseYes')}
          </button>
          <button type="button" onClick={() => setAsked(false)}>
            {t('l1.dayCloseNo')}
          </button>
        </p>
      ) : (
        <button type="button" onClick={() => setAsked(true)}>
          {t('l1.dayCloseGo')}
        </button>
      )}
      <RefusalLine refused={refused} />
      {closed?.tally != null && <p role="status">{t('l1.dayTally', { ...closed.tally })}</p>}
    </section>
  )
}
