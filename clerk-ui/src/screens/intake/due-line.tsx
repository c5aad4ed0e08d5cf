import { ItemPromise, type ItemRow } from '@counter/shared/contract/case-lists'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import { useEffect, useState } from 'react'
import { CountedDays } from '../../components/counted-days.tsx'
import { read } from '../../state/ask.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

const ASK_EVERY_MS = 60_000

/** The due date as it would be if accepted now, with its computation; asked again each minute, because time goes on (C-2). */
export function DueLine({ item }: { item: ItemRow }) {
  const words = useWords()
  const language = useDayLanguage()
  const promise = usePromise(item.code)
  const committed = promise?.committed ?? null
  if (item.caseType === 'immediate' && committed === null)
    return <p data-testid="intake.due">{words('intake.dueImmediate')}</p>
  if (committed === null) return null
  const { limit, dueAt, dueOn } = committed
  const days = words(limit.unit === 'workday' ? 'intake.workdays' : 'intake.days', { n: limit.value })
  return (
    <div className="due" data-testid="intake.due">
      <p className="big">
        {words('intake.due', {
          due: dueAt === null ? dateWords(dueOn, language) : dueDateWords(dueAt, language),
        })}
        {provisionalWords(committed.provisional, language)}
      </p>
      <p>
        {limit.value > 0 && words('intake.dueLimit', { days })}
        {promise?.statutory &&
          ` · ${words('intake.statutory', { day: dateWords(promise.statutory.dueOn, language) })}`}{' '}
        {promise?.isUnverified && <span className="tag tag-warn">{words('a1.verify')}</span>}
      </p>
      <details>
        <summary>{words('intake.explain')}</summary>
        <CountedDays clock={committed} />
      </details>
    </div>
  )
}

function usePromise(code: ItemRow['code']): ItemPromise | null {
  const [promise, setPromise] = useState<ItemPromise | null>(null)
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const answer = await read(`/api/items/${code}/promise`, ItemPromise)
      if (isWanted && answer.ok) setPromise(answer.value)
    }
    void ask()
    const timer = setInterval(() => void ask(), ASK_EVERY_MS)
    return () => {
      isWanted = false
      clearInterval(timer)
    }
  }, [code])
  return promise
}
