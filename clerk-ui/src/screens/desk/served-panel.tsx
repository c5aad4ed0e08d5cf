import { DeskAnswer, type DeskTicket, ServedList } from '@counter/shared/contract/desk'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { VISIT_OUTCOMES } from '@counter/shared/vocabulary/ticket'
import { Button } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { command, read } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'
import { PanelCard } from './panel-card.tsx'
import { TopicChoice } from './topic-choice.tsx'

/** What this window finished today, to look back at and put right; times are never edited (Q34). */
export function ServedPanel({ window, onClose }: { readonly window: number; readonly onClose: () => void }) {
  const words = useWords()
  const [served, setServed] = useState<readonly DeskTicket[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [chosen, setChosen] = useState<DeskTicket | null>(null)
  useEffect(() => {
    let isWanted = true
    void read(`/api/windows/${window}/served`, ServedList).then((answer) => {
      if (!isWanted) return
      if (answer.ok) setServed(answer.value.items)
      else setRefused(answer)
    })
    return () => {
      isWanted = false
    }
  }, [window])
  const replace = (ticket: DeskTicket) =>
    setServed((all) => all?.map((each) => (each.id === ticket.id ? ticket : each)) ?? null)
  return (
    <PanelCard title={words('desk.panel.served')} onClose={onClose}>
      <div className="line">
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </div>
      <RefusalLine refused={refused} />
      {served === null && refused === null && <SlowWords />}
      {served?.length === 0 && <p className="quiet">{words('desk.servedNone')}</p>}
      <ul className="rows">
        {served?.map((ticket) => (
          <li className="row" key={ticket.id}>
            <strong>{ticket.number}</strong>
            <span>{ticket.startedAt !== null && civilTime(ticket.startedAt)}</span>
            <span>
              {ticket.outcome === null ? words('desk.noOutcome') : words(`desk.outcome.${ticket.outcome}`)}
            </span>
            <span className="grow" />
            <Button
              size="small"
              aria-label={`${words('desk.correct')} ${ticket.number}`}
              onClick={() => setChosen(ticket)}
            >
              {words('desk.correct')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== null && <Correction key={chosen.id} ticket={chosen} onDone={replace} />}
    </PanelCard>
  )
}

interface CorrectionProps {
  readonly ticket: DeskTicket
  readonly onDone: (ticket: DeskTicket) => void
}

function Correction({ ticket, onDone }: CorrectionProps) {
  const words = useWords()
  const [outcome, setOutcome] = useState<string>(ticket.outcome ?? '')
  const [topicServed, setTopic] = useState('')
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isDone, setDone] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      reason: reason.trim(),
      ...(outcome === '' ? {} : { outcome }),
      ...(topicServed === '' ? {} : { topicServed }),
    }
    if (body.reason === '') return setRefused({ code: 'reason.required', params: {} })
    const answer = await command(`/api/tickets/${ticket.id}/correct`, body, DeskAnswer)
    setRefused(answer.ok ? null : answer)
    setDone(answer.ok)
    if (answer.ok && answer.value.ticket !== null) onDone(answer.value.ticket)
  }
  return (
    <form
      className="line"
      aria-label={`${words('desk.correct')} ${ticket.number}`}
      onSubmit={(event) => void send(event)}
    >
      <strong>{ticket.number}</strong>
      <label className="field">
        {words('desk.outcome')}
        <select value={outcome} onChange={(event) => setOutcome(event.target.value)}>
          <option value="">{words('desk.noOutcome')}</option>
          {VISIT_OUTCOMES.map((each) => (
            <option key={each} value={each}>
              {words(`desk.outcome.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <TopicChoice
        label={words('desk.topicServed')}
        value={topicServed}
        onChange={setTopic}
        none={words('desk.topicAsked')}
      />
      <label className="field grow">
        {words('desk.reason')}
        <input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button htmlType="submit" type="primary">
        {words('desk.confirm')}
      </Button>
      <RefusalLine refused={refused} />
      {isDone && <p role="status">{words('desk.corrected')}</p>}
    </form>
  )
}
