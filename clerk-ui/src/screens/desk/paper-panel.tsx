import type { DeskTicket } from '@counter/shared/contract/desk'
import { PaperTrail, Slip } from '@counter/shared/contract/paper'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { printSlip } from '../../papers/print-slip.ts'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
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
  const { value, refused: unread, reread } = useReading(`/api/tickets/${ticketId}/papers`, PaperTrail)
  const trail = value?.items ?? null
  const { send, phase, refused } = useCommand()
  const again = async (job: string) => {
    const slip = await send(`/api/print-jobs/${job}/again`, {}, Slip)
    if (slip?.ok) await printSlip(slip.value, true)
    reread()
  }
  const job = trail?.[0]?.printJobId
  return (
    <>
      {trail === null && unread === null && <p role="status">{words('desk.paper.looking')}</p>}
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
      <RefusalLine refused={refused ?? unread} />
      {job !== undefined && (
        <CommandButton type="primary" phase={phase} busy="desk.slip.printing" onPress={() => void again(job)}>
          {words('desk.slip.again')}
        </CommandButton>
      )}
    </>
  )
}
