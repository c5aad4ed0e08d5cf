import { newCommandId } from '@counter/shared/client/commands'
import { IssuedTicket } from '@counter/shared/contract/hall'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command } from '../../state/ask.ts'
import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'
import { PanelCard } from './panel-card.tsx'
import { SlipLine } from './slip-line.tsx'

/** The hall would give no number, but a clerk may, with a reason (Q42). */
const MAY_OVERRIDE = ['ticket.intake_closing', 'ticket.priority_at_desk', 'ticket.quota_full']

interface ElderPanelProps {
  /** True: the panel was opened to issue at once, a priority number of the matter 「我说不清」. */
  readonly isDirect: boolean
  readonly onClose: () => void
}

/** 取号 at the desk for somebody who does not use the kiosk (U18). Ctrl+K q h Enter is the whole of it: 4 keys. */
export function ElderPanel({ isDirect, onClose }: ElderPanelProps) {
  const words = useWords()
  const topics = useHall((state) => state.hall?.topics) ?? []
  const [isPriority, setPriority] = useState(false)
  const [weight, setWeight] = useState(1)
  const [needsSpokenCall, setSpoken] = useState(false)
  const [reason, setReason] = useState('')
  const { issued, refused, isBusy, send } = useIssuing()
  const issue = (topic: string, cls = isPriority ? 'priority' : 'ordinary') => {
    const marks = { ...(weight > 1 ? { weight } : {}), ...(needsSpokenCall ? { needsSpokenCall } : {}) }
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    return send({ topic, cls, ...marks, ...why })
  }
  const unsure = topics.find(({ isUnsure }) => isUnsure)?.topic
  const newest = useRef(issue)
  newest.current = issue
  useEffect(() => {
    if (isDirect && unsure !== undefined) void newest.current(unsure, 'priority')
  }, [isDirect, unsure])
  const unsureFirst = [...topics].sort((one, other) => Number(other.isUnsure) - Number(one.isUnsure))
  return (
    <PanelCard title={words('desk.panel.elder')} onClose={onClose}>
      <div className="line">
        {unsureFirst.map(({ topic, unitName }) => (
          // The second half of a double click is no second person (U14).
          <Button
            key={topic}
            aria-disabled={isBusy}
            onClick={({ detail }) => {
              if (detail <= 1) void issue(topic)
            }}
          >
            {unitName}
          </Button>
        ))}
      </div>
      <div className="line">
        <Checkbox checked={isPriority} onChange={(event) => setPriority(event.target.checked)}>
          {words('desk.isPriority')}
        </Checkbox>
        <Checkbox checked={needsSpokenCall} onChange={(event) => setSpoken(event.target.checked)}>
          {words('desk.needsSpoken')}
        </Checkbox>
        <label className="field">
          {words('desk.services')}
          <input
            type="number"
            min={1}
            max={10}
            value={weight}
            onChange={(event) => setWeight(Math.max(1, Number(event.target.value)))}
          />
        </label>
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </div>
      <RefusalLine refused={refused} />
      {refused !== null && MAY_OVERRIDE.includes(refused.code) && (
        <label className="field">
          {words('desk.issueWhy')}
          <input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      <p role="status" className="big">
        {isBusy && words('greet.giving')}
        {!isBusy &&
          issued !== null &&
          words('desk.issued', { number: issued.number, n: issued.quote.ahead, code: issued.queryCode })}
      </p>
      {issued !== null && <SlipLine ticket={issued} />}
    </PanelCard>
  )
}

/** One number at a time: until it is answered, a further press asks for nothing (U14). */
function useIssuing() {
  const commandId = useRef(newCommandId())
  const [issued, setIssued] = useState<IssuedTicket | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (asked: object): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const answer = await command('/api/tickets', { commandId: commandId.current, ...asked }, IssuedTicket)
    commandId.current = newCommandId()
    setBusy(false)
    if (answer.ok) setIssued(answer.value)
    setRefused(answer.ok ? null : answer)
  }
  return { issued, refused, isBusy, send }
}
