import { IssuedTicket } from '@counter/shared/contract/hall'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useHall } from '../../state/hall.ts'
import { isDeaf, useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { IssueWhy } from './issue-why.tsx'
import { IssuedLine } from './issued-line.tsx'
import { PanelCard } from './panel-card.tsx'
import { ReturnVisitForm } from './return-visit-form.tsx'

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
  const [issued, setIssued] = useState<IssuedTicket | null>(null)
  const { send, phase, refused } = useCommand()
  const issue = async (topic: string, cls = isPriority ? 'priority' : 'ordinary') => {
    const marks = { ...(weight > 1 ? { weight } : {}), ...(needsSpokenCall ? { needsSpokenCall } : {}) }
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const answer = await send('/api/tickets', { topic, cls, ...marks, ...why }, IssuedTicket)
    if (answer?.ok) setIssued(answer.value)
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
            aria-disabled={isDeaf(phase)}
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
      <IssueWhy refused={refused} label="desk.issueWhy" reason={reason} onReason={setReason} />
      <IssuedLine issued={issued} phase={phase} />
      {!isDirect && <ReturnVisitForm isPriority={isPriority} />}
    </PanelCard>
  )
}
