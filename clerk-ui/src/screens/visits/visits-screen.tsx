import { IssuedTicket } from '@counter/shared/contract/hall'
import { VisitView } from '@counter/shared/contract/visits'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useHall } from '../../state/hall.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { TopicChoice } from '../desk/topic-choice.tsx'
import { VisitCaseCard } from './visit-case-card.tsx'

/** C-6 集中交件 at the desk: the agent's code is scanned, one number is given, and case after case is handed over (V91 to V94). */
export function VisitsScreen() {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [id, setId] = useState<string | null>(null)
  const open = (event: FormEvent) => {
    event.preventDefault()
    setId(typed.trim() === '' ? null : typed.trim())
  }
  return (
    <section className="stack" data-screen="C-11" data-state={id === null ? 'empty' : 'normal'}>
      <h1>{t('visit.title')}</h1>
      <form className="line" onSubmit={open}>
        <label className="field">
          {t('visit.scan')}
          <input type="text" value={typed} maxLength={60} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <Button htmlType="submit">{t('visit.open')}</Button>
      </form>
      {id !== null && <OpenVisit key={id} id={id} />}
    </section>
  )
}

function OpenVisit({ id }: { readonly id: string }) {
  const t = useWords()
  const { value: visit, refused, put } = useReading(`/api/visits/${encodeURIComponent(id)}`, VisitView)
  if (visit === null) return refused === null ? <SlowWords /> : <RefusalLine refused={asNotFound(refused)} />
  return (
    <>
      <p>{t('visit.of', { agent: visit.agent, n: visit.cases.length })}</p>
      {visit.ticket === null ? (
        <GiveNumber visit={visit} onGiven={(ticket) => put(() => ({ ...visit, ticket }))} />
      ) : (
        <p>
          <strong>{t('visit.number', { number: visit.ticket, n: visit.cases.length })}</strong>
        </p>
      )}
      <RefusalLine refused={refused} />
      {visit.cases.map((line) => (
        <VisitCaseCard key={line.case} visit={visit.id} line={line} onServed={(next) => put(() => next)} />
      ))}
      <p role="status">
        {visit.confirmedAt === null ? t('visit.unsigned') : `✓ ${t('visit.signed', { agent: visit.agent })}`}
      </p>
    </>
  )
}

// What is no code at all is told like a code of no visit: there is one field, and it is to be scanned again.
function asNotFound(refused: Refused): Refused {
  return refused.code === 'request.invalid' ? { code: 'visit.not_found', params: {} } : refused
}

interface GiveNumberProps {
  readonly visit: VisitView
  readonly onGiven: (number: string) => void
}

/** One ordinary number for all of it; more than ten cases are a second visit (Q9, V92). */
function GiveNumber({ visit, onGiven }: GiveNumberProps) {
  const t = useWords()
  const first = useHall((state) => state.hall?.topics[0]?.topic) ?? ''
  const [topic, setTopic] = useState('')
  const { send, phase, refused } = useCommand()
  const give = async () => {
    const asked = { topic: topic === '' ? first : topic }
    const answer = await send(`/api/visits/${visit.id}/ticket`, asked, IssuedTicket)
    if (answer?.ok) onGiven(answer.value.number)
  }
  return (
    <div className="line">
      <TopicChoice label={t('visit.topic')} value={topic === '' ? first : topic} onChange={setTopic} />
      <CommandButton type="primary" phase={phase} onPress={() => void give()}>
        {t('visit.give', { n: visit.cases.length })}
      </CommandButton>
      <RefusalLine refused={refused} />
    </div>
  )
}
