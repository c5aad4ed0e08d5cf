import { newCommandId } from '@counter/shared/client/commands'
import { SubtaskAnswered, SubtaskList } from '@counter/shared/contract/subtasks'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ActField } from '../case/act-field.tsx'
import '../case/acts.css'

type Asked = SubtaskList['items'][number]

/** What other units ask of this one, each with its answer's form; read anew whenever the list has news (C805). */
export function AskedOfUs({ news }: { readonly news: unknown }) {
  const t = useWords()
  const { value, refused, reread } = useReading('/api/subtasks', SubtaskList, news)
  const items = value?.items ?? []
  if (items.length === 0 && refused === null) return null
  return (
    <section className="card" aria-labelledby="asked-of-us">
      <h2 id="asked-of-us">{t('subtask.asked')}</h2>
      {refused !== null && (
        <p role="alert">
          ■ {t('subtask.failed')}{' '}
          <button type="button" onClick={reread}>
            {t('board.retry')}
          </button>
        </p>
      )}
      <ul className="plain">
        {items.map((item) => (
          <AskedLine key={item.id} asked={item} onAnswered={reread} />
        ))}
      </ul>
    </section>
  )
}

function AskedLine({ asked, onAnswered }: { readonly asked: Asked; readonly onAnswered: () => void }) {
  const t = useWords()
  const language = useDayLanguage()
  const commandId = useRef(newCommandId())
  const [result, setResult] = useState('')
  const [isSending, setSending] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { caseNumber: number, itemName: item, askedBy: unit } = asked

  async function send(): Promise<void> {
    setSending(true)
    const body = { commandId: commandId.current, subtask: asked.id, result: result.trim() }
    const answer = await command(`/api/cases/${asked.caseId}/answer-subtask`, body, SubtaskAnswered)
    setSending(false)
    if (answer.ok) {
      onAnswered()
      return
    }
    commandId.current = newCommandId()
    setRefused({ code: answer.code, params: answer.params })
  }

  return (
    <li>
      <p>
        {t(asked.isPledge ? 'subtask.pledgeLine' : 'subtask.askedLine', {
          number,
          item,
          unit,
          day: dateWords(asked.dueOn, language),
        })}
      </p>
      <p className="event-text">{asked.content}</p>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSending && result.trim() !== '') void send()
        }}
      >
        <ActField
          field={{ name: 'result', label: 'subtask.result', kind: 'text', isRequired: true }}
          value={result}
          choices={[]}
          onChange={setResult}
        />
        {refused !== null && <RefusalLine refused={refused} />}
        <div className="act-buttons">
          <button type="submit" className="primary" aria-disabled={isSending}>
            {t(isSending ? 'form.sending' : 'subtask.answer')}
          </button>
        </div>
      </form>
    </li>
  )
}
