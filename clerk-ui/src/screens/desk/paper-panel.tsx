import type { DeskTicket } from '@counter/shared/contract/desk'
import { PaperTrail, Slip } from '@counter/shared/contract/paper'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { printSlip } from '../../papers/print-slip.ts'
import { command, read } from '../../state/ask.ts'
import { useWords } from '../../text/words.ts'
import { PanelCard } from './panel-card.tsx'

interface PaperPanelProps {
  /** Everybody of today whom this desk sees; the one at the window first. */
  readonly tickets: readonly DeskTicket[]
  readonly onClose: () => void
}

/** 补打 for any number of today, with the trail of its papers (U30). */
export function PaperPanel({ tickets, onClose }: PaperPanelProps) {
  const words = useWords()
  const [chosen, setChosen] = useState(tickets[0]?.id ?? null)
  return (
    <PanelCard title={words('desk.panel.paper')} onClose={onClose}>
      <label className="field">
        {words('desk.paper.number')}
        <select value={chosen ?? ''} onChange={(event) => setChosen(event.target.value as DeskTicket['id'])}>
          {tickets.map(({ id, number }) => (
            <option key={id} value={id}>
              {number}
            </option>
          ))}
        </select>
      </label>
      {chosen === null ? (
        <p className="quiet">{words('desk.nobody')}</p>
      ) : (
        <Papers key={chosen} ticketId={chosen} />
      )}
      <div className="line">
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </div>
    </PanelCard>
  )
}

function Papers({ ticketId }: { readonly ticketId: DeskTicket['id'] }) {
  const words = useWords()
  const [trail, setTrail] = useState<PaperTrail['items'] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const look = useCallback(async () => {
    const answer = await read(`/api/tickets/${ticketId}/papers`, PaperTrail)
    if (answer.ok) setTrail(answer.value.items)
    setRefused(answer.ok ? null : answer)
  }, [ticketId])
  useEffect(() => void look(), [look])
  const again = async (job: string) => {
    setBusy(true)
    const slip = await command(`/api/print-jobs/${job}/again`, {}, Slip)
    if (slip.ok) await printSlip(slip.value, true)
    await look()
    if (!slip.ok) setRefused(slip)
    setBusy(false)
  }
  const job = trail?.[0]?.printJobId
  return (
    <>
      {trail === null && refused === null && <p role="status">{words('desk.paper.looking')}</p>}
      {trail?.length === 0 && <p className="quiet">{words('desk.paper.none')}</p>}
      <ol className="rows" data-testid="desk.papers">
        {trail?.map(({ printJobId, nth, state, fault, queuedAt, kiosk }) => (
          <li className="row" key={printJobId}>
            <span>{civilTime(queuedAt)}</span>
            <span>{kiosk ?? words('desk.paper.desk')}</span>
            {nth > 1 && <span className="tag">{words('desk.paper.again')}</span>}
            <span>
              {words(`desk.paper.${state}`)}
              {fault !== null && ` · ${words(`fault.${fault}`)}`}
            </span>
          </li>
        ))}
      </ol>
      <RefusalLine refused={refused} />
      {job !== undefined && (
        <Button type="primary" disabled={isBusy} onClick={() => void again(job)}>
          {words(isBusy ? 'desk.slip.printing' : 'desk.slip.again')}
        </Button>
      )}
    </>
  )
}
