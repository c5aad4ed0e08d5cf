import { DayClosed } from '@counter/shared/contract/supervise'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'

/** 日结 by hand, asked once more in its place, then its tally: issued = served + absent + moved + cancelled (Q13). */
export function DayClose() {
  const t = useWords()
  const [isAsked, setAsked] = useState(false)
  const { send, phase, refused } = useCommand()
  const [closed, setClosed] = useState<DayClosed | null>(null)
  const close = async () => {
    const answer = await send('/api/days/close', {}, DayClosed)
    if (answer === null) return
    setAsked(false)
    if (answer.ok) setClosed(answer.value)
  }
  return (
    <section className="card" aria-label={t('l1.dayClose')}>
      <h2>{t('l1.dayClose')}</h2>
      {isAsked ? (
        <p className="line" role="alert">
          {t('l1.dayCloseAsk')}
          <CommandButton isPlain phase={phase} onPress={() => void close()}>
            {t('l1.dayCloseYes')}
          </CommandButton>
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
