import { VISIT_OUTCOMES, type VisitOutcome } from '@counter/shared/vocabulary/ticket'
import { useEffect, useId, useRef } from 'react'
import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'
import type { EntryRow, RowProblem } from './entry-rows.ts'

const TIMES = [
  ['takenAt', 'pd.taken'],
  ['startedAt', 'pd.started'],
  ['endedAt', 'pd.ended'],
] as const

interface EntryLineProps {
  readonly row: EntryRow
  readonly place: number
  readonly isNew: boolean
  readonly problem: RowProblem | null
  readonly onChange: (more: Partial<EntryRow>) => void
}

/** One number of the paper. The cursor goes to a fresh row by itself. */
export function EntryLine({ row, place, isNew, problem, onChange }: EntryLineProps) {
  const words = useWords()
  const problemId = useId()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const number = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNew) number.current?.focus()
  }, [isNew])
  const label = (text: string) => `${words('pd.row', { n: place + 1 })} ${text}`
  const shared = {
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : problemId,
  }
  return (
    <>
      <tr data-row={place + 1}>
        <th scope="row">{place + 1}</th>
        <td>
          <input
            ref={number}
            {...shared}
            aria-label={label(words('pd.number'))}
            maxLength={12}
            value={row.number}
            onChange={(event) => onChange({ number: event.target.value })}
          />
        </td>
        <td>
          <input
            {...shared}
            aria-label={label(words('pd.window'))}
            type="number"
            min={1}
            max={99}
            value={row.window}
            onChange={(event) => onChange({ window: event.target.value })}
          />
        </td>
        <td>
          <select
            {...shared}
            aria-label={label(words('pd.topic'))}
            value={row.topic}
            onChange={(event) => onChange({ topic: event.target.value })}
          >
            <option value="">{words('a3.choose')}</option>
            {topics.map(({ topic, unitName }) => (
              <option key={topic} value={topic}>
                {unitName}
              </option>
            ))}
          </select>
        </td>
        <td>
          <select
            aria-label={label(words('pd.class'))}
            value={row.cls}
            onChange={(event) => onChange({ cls: event.target.value as EntryRow['cls'] })}
          >
            <option value="ordinary">{words('greet.ordinary')}</option>
            <option value="priority">{words('greet.priority')}</option>
          </select>
        </td>
        {TIMES.map(([field, word]) => (
          <td key={field}>
            <input
              {...shared}
              aria-label={label(words(word))}
              inputMode="numeric"
              maxLength={5}
              placeholder="0840"
              value={row[field]}
              onChange={(event) => onChange({ [field]: event.target.value })}
            />
          </td>
        ))}
        <td>
          <select
            aria-label={label(words('pd.outcome'))}
            value={row.outcome}
            onChange={(event) => onChange({ outcome: event.target.value as VisitOutcome })}
          >
            {VISIT_OUTCOMES.map((outcome, nth) => (
              <option key={outcome} value={outcome}>
                {nth + 1} {words(`desk.outcome.${outcome}`)}
              </option>
            ))}
          </select>
        </td>
      </tr>
      {problem !== null && (
        <tr>
          <td />
          <td colSpan={8}>
            <span id={problemId} className="refusal" role="alert">
              ■ {label(words(`pd.problem.${problem}`))}
            </span>
          </td>
        </tr>
      )}
    </>
  )
}
