import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { PrintAgain } from '../../papers/print-again.tsx'
import { caseTopic, newerCase } from '../../state/case.ts'
import { useTopic } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AddFiles } from '../case/add-files.tsx'
import type { IntakeDone } from './use-intake.ts'

/** What was done, with its number; a paper that did not come out is printed again from here (C904). */
export function IntakeResult({ done, onAnother }: { done: IntakeDone; onAnother: () => void }) {
  const words = useWords()
  const language = useDayLanguage()
  const { receipt } = done.answer
  const [answered, setAnswered] = useState(done.answer.case)
  // Photos of a phone come to the case by themselves.
  const { state } = useTopic(`case:${answered.row.id}`, caseTopic)
  const detail = newerCase(state, answered) ?? answered
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus(), [])
  return (
    <section
      ref={card}
      className="card"
      tabIndex={-1}
      data-screen="C-2"
      data-state="done"
      aria-label={words('intake.title')}
    >
      <p className="big" role="status">
        ✓ {words(`intake.done.${done.step}`, { number: detail.row.number })}
      </p>
      {receipt !== null && <p>{words('intake.code', { code: receipt.queryCode })}</p>}
      {detail.row.dueAt !== null && detail.row.status !== 'closed' && (
        <p data-testid="intake.due">
          {words('intake.doneDue', { due: dueDateWords(detail.row.dueAt, language) })}
          {provisionalWords(detail.row.isProvisional, language)}
        </p>
      )}
      <AddFiles detail={detail} onAnswer={(answer) => setAnswered(answer.case)} first={done.files} />
      <div className="line">
        {receipt !== null && (
          <PrintAgain of={`/api/cases/${detail.row.id}`} paper={receipt.id}>
            {words('intake.print')}
          </PrintAgain>
        )}
        <Link href={`/cases/${detail.row.id}`}>{words('intake.open')}</Link>
        <Button onClick={onAnother}>{words('intake.another')}</Button>
      </div>
    </section>
  )
}
