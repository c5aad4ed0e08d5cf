import { newCommandId } from '@counter/shared/client/commands'
import { SubtaskAnswered, SubtaskList } from '@counter/shared/contract/subtasks'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { useEffect, useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command, read } from '../../state/ask.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ActField } from '../case/act-field.tsx'

type Asked = SubtaskList['items'][number]

/** What other units ask of this one, each with its answer's form; read anew whenever the list has news (C805). */
export function AskedOfUs({ news }: { readonly news: unknown }) {
  const t = useWords()
  const [items, setItems] = useState<readonly Asked[]>([])
  const [answered, setAnswered] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news themselves say nothing of sub-tasks, only that it is time to look
  useEffect(() => {
    let isGone = false
    void read('/api/subtasks', SubtaskList).then((answer) => {
      if (answer.ok && !isGone) setItems(answer.value.items)
    })
    return () => {
      isGone = true
    }
  }, [news, answered])
  if (items.length === 0) return null
  return (
    <section className="card" aria-labelledby="asked-of-us">
      <h2 id="asked-of-us">{t('subtask.asked')}</h2>
      <ul className="plain">
        {items.map((item) => (
          <AskedLine key={item.id} asked={item} onAnswered={() => setAnswered(answered + 1)} />
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
      <p>{t('subtask.askedLine', { number, item, unit, day: dateWords(asked.dueOn, language) })}</p>
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
