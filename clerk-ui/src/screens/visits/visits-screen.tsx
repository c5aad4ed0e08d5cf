import { IssuedTicket } from '@counter/shared/contract/hall'
import { VisitView } from '@counter/shared/contract/visits'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useHall } from '../../state/hall.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { SlipLine } from '../desk/slip-line.tsx'
import { TopicChoice } from '../desk/topic-choice.tsx'
import { VisitCaseCard } from './visit-case-card.tsx'
import { VisitPapers } from './visit-papers.tsx'

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
      <p>
        <Link href="/exports">{t('export.open')}</Link>
      </p>
      <form className="line" onSubmit={open}>
        <label className="field">
          {t('visit.scan')}
          <input
            type="text"
            size={38}
            value={typed}
            maxLength={60}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <Button htmlType="submit">{t('visit.open')}</Button>
      </form>
      {id !== null && <OpenVisit key={id} id={id} />}
    </section>
  )
}

const LOOK_AGAIN_MS = 5_000

function OpenVisit({ id }: { readonly id: string }) {
  const t = useWords()
  const language = useDayLanguage()
  const path = `/api/visits/${encodeURIComponent(id)}`
  const { value: visit, refused, put, reread } = useReading(path, VisitView)
  const isAwaiting = visit?.cases.some(({ outcome }) => outcome === 'waiting') === true
  // What is still on the phone appears as soon as it has come, by sync or as a file at the desk (V93), and a number that
  // ended elsewhere makes room for another (V91).
  useEffect(() => {
    if (!isAwaiting) return
    const again = setInterval(reread, LOOK_AGAIN_MS)
    return () => clearInterval(again)
  }, [isAwaiting, reread])
  if (visit === null) return refused === null ? <SlowWords /> : <RefusalLine refused={asNotFound(refused)} />
  return (
    <>
      <p>{t('visit.of', { agent: visit.agent, n: visit.cases.length })}</p>
      {visit.ticket !== null && (
        <p>
          <strong>{t('visit.number', { number: visit.ticket, n: visit.cases.length })}</strong>
        </p>
      )}
      {visit.appointment != null && (
        <p>
          {t('visit.booked', {
            date: dateWords(visit.appointment.date, language),
            time: visit.appointment.band,
          })}
        </p>
      )}
      <GiveNumber
        key={visit.id}
        visit={visit}
        onGiven={(ticket) => put(() => ({ ...visit, ticket, mayTakeNumber: false }))}
      />
      <RefusalLine refused={refused} />
      {visit.cases.map((line) => (
        <VisitCaseCard
          key={line.case}
          visit={visit.id}
          line={line}
          onServed={(next) => put(() => next)}
          onActed={reread}
        />
      ))}
      <p role="status">
        {visit.confirmedAt === null ? t('visit.unsigned') : `✓ ${t('visit.signed', { agent: visit.agent })}`}
      </p>
      <VisitPapers visit={visit} onPrinted={reread} />
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

/** One ordinary number for all of it; more than ten cases are a second visit (Q9, V92). Its paper comes out at once. */
function GiveNumber({ visit, onGiven }: GiveNumberProps) {
  const t = useWords()
  const first = useHall((state) => state.hall?.topics[0]?.topic) ?? ''
  const [topic, setTopic] = useState('')
  const [issued, setIssued] = useState<IssuedTicket | null>(null)
  const { send, phase, refused } = useCommand()
  const give = async () => {
    const asked = { topic: topic === '' ? first : topic }
    const answer = await send(`/api/visits/${visit.id}/ticket`, asked, IssuedTicket)
    if (!answer?.ok) return
    setIssued(answer.value)
    onGiven(answer.value.number)
  }
  if (!visit.mayTakeNumber) return issued === null ? null : <SlipLine ticket={issued} />
  const waiting = visit.cases.filter(({ outcome }) => outcome === 'waiting')
  return (
    <div className="line">
      <TopicChoice label={t('visit.topic')} value={topic === '' ? first : topic} onChange={setTopic} />
      <CommandButton type="primary" phase={phase} onPress={() => void give()}>
        {t('visit.give', { n: waiting.length })}
      </CommandButton>
      <RefusalLine refused={refused} />
      {refused?.code === 'ticket.batch_too_large' && <p>{t('visit.split')}</p>}
    </div>
  )
}
