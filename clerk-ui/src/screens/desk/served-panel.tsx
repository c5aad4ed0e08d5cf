import { DeskAnswer, type DeskTicket, ServedList } from '@counter/shared/contract/desk'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { VISIT_OUTCOMES } from '@counter/shared/vocabulary/ticket'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { CommandButton, CommandWords } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { PanelCard } from './panel-card.tsx'
import { TicketTags } from './queue-column.tsx'
import { TopicChoice } from './topic-choice.tsx'

/** What this window finished today, to look back at and put right; times are never edited (Q34). */
export function ServedPanel({ window, onClose }: { readonly window: number; readonly onClose: () => void }) {
  const words = useWords()
  const { value, refused, put } = useReading(`/api/windows/${window}/served`, ServedList)
  const served = value?.items ?? null
  const [chosen, setChosen] = useState<DeskTicket | null>(null)
  const replace = (ticket: DeskTicket) =>
    put((known) => ({
      next: null,
      items: (known?.items ?? []).map((each) => (each.id === ticket.id ? ticket : each)),
    }))
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
            <TicketTags ticket={ticket} />
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

const NO_REASON = { code: 'reason.required', params: {} }

interface CorrectionProps {
  readonly ticket: DeskTicket
  readonly onDone: (ticket: DeskTicket) => void
}

function Correction({ ticket, onDone }: CorrectionProps) {
  const words = useWords()
  const [outcome, setOutcome] = useState<string>(ticket.outcome ?? '')
  const [topicServed, setTopic] = useState('')
  const [reason, setReason] = useState('')
  const [isWithout, setWithout] = useState(false)
  const sending = useCommand()
  const correct = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      reason: reason.trim(),
      ...(outcome === '' ? {} : { outcome }),
      ...(topicServed === '' ? {} : { topicServed }),
    }
    setWithout(body.reason === '')
    if (body.reason === '') return
    const answer = await sending.send(`/api/tickets/${ticket.id}/correct`, body, DeskAnswer)
    if (answer?.ok && answer.value.ticket !== null) onDone(answer.value.ticket)
  }
  return (
    <form
      className="line"
      aria-label={`${words('desk.correct')} ${ticket.number}`}
      onSubmit={(event) => void correct(event)}
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
      <CommandButton phase={sending.phase} htmlType="submit" type="primary">
        {words('desk.confirm')}
      </CommandButton>
      {isWithout ? (
        <RefusalLine refused={NO_REASON} />
      ) : (
        <CommandWords of={sending} done={words('desk.corrected')} />
      )}
    </form>
  )
}
