import type { CaseDetail } from '@counter/shared/contract/cases'
import type { SubtaskView } from '@counter/shared/contract/subtasks'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { useState } from 'react'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { OpenSubtask, WaiveSubtask } from './subtask-acts.tsx'

/** 协办: what other units are asked for, with their answers; the live line brings what has come in (C805). */
export function CaseSubtasks({ detail }: { readonly detail: CaseDetail }) {
  const t = useWords()
  const [isOpening, setOpening] = useState(false)
  const { subtasks, maySubtask } = detail
  if (subtasks.length === 0 && !maySubtask.open) return null
  return (
    <section className="card" aria-labelledby="case-subtasks">
      <h2 id="case-subtasks">{t('subtask.title')}</h2>
      <ul className="materials">
        {subtasks.map((subtask) => (
          <Line key={subtask.id} subtask={subtask} detail={detail} />
        ))}
      </ul>
      {maySubtask.open && (
        <div className="act-buttons">
          <button type="button" aria-expanded={isOpening} onClick={() => setOpening(!isOpening)}>
            {t('subtask.open')}
          </button>
        </div>
      )}
      {isOpening && <OpenSubtask detail={detail} onClose={() => setOpening(false)} />}
    </section>
  )
}

function Line({ subtask, detail }: { readonly subtask: SubtaskView; readonly detail: CaseDetail }) {
  const t = useWords()
  const language = useDayLanguage()
  const [isWaiving, setWaiving] = useState(false)
  const { id, unitName, content, dueOn, how, result, isPledge } = subtask
  return (
    <li>
      <strong>{how === null ? '○' : '✓'}</strong>{' '}
      {t(isPledge ? 'subtask.pledgeOf' : content === '' ? 'subtask.lineUnsaid' : 'subtask.line', {
        unit: unitName,
        day: dateWords(dueOn, language),
        content,
      })}
      <span className="small"> · {t(`subtask.${how ?? 'waiting'}`)}</span>
      {isPledge && <p className="event-text">{content}</p>}
      {result !== '' && <p className="event-text">{result}</p>}
      {how === null && detail.maySubtask.waive && (
        <button type="button" aria-expanded={isWaiving} onClick={() => setWaiving(!isWaiving)}>
          {t('subtask.waive')}
        </button>
      )}
      {isWaiving && <WaiveSubtask id={id} detail={detail} onClose={() => setWaiving(false)} />}
    </li>
  )
}
