import type { DeskTicket } from '@counter/shared/contract/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { serverNow } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { PanelCard } from './panel-card.tsx'
import { ReasonPanel } from './reason-panel.tsx'
import type { Desk } from './use-desk.ts'

type Asked = 'pick' | 'reclass' | 'byHand'

interface RowPanelProps {
  readonly desk: Desk
  readonly ticket: DeskTicket
  readonly onClose: () => void
}

/** What a clerk may do to one number of the line before its turn; whatever changes the order asks why (Q18, Q29). */
export function RowPanel({ desk, ticket, onClose }: RowPanelProps) {
  const words = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  if (asked !== null) return <RowReason desk={desk} ticket={ticket} asked={asked} onClose={onClose} />
  const { id, number, status, cls } = ticket
  const isWaiting = status === 'waiting'
  return (
    <PanelCard title={words('desk.row', { number })} onClose={onClose}>
      <div className="line">
        {isWaiting && desk.ticket === null && (
          <Button type="primary" onClick={() => setAsked('pick')}>
            {words('desk.row.pick')}
          </Button>
        )}
        {isWaiting && cls !== 'appointment' && (
          <Button onClick={() => setAsked('reclass')}>
            {words(cls === 'ordinary' ? 'desk.row.toPriority' : 'desk.row.toOrdinary')}
          </Button>
        )}
        {isWaiting && (
          <Button onClick={() => void desk.actAt(id, 'postpone')}>{words('desk.row.postpone')}</Button>
        )}
        {status === 'missed' && (
          <Button type="primary" onClick={() => void desk.actAt(id, 'rejoin')}>
            {words('desk.rejoin')}
          </Button>
        )}
        <Button onClick={() => setAsked('byHand')}>{words('desk.row.byHand')}</Button>
        <Button onClick={() => void desk.giveUp(ticket)}>{words('desk.row.cancel')}</Button>
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </div>
    </PanelCard>
  )
}

function RowReason({ desk, ticket, asked, onClose }: RowPanelProps & { readonly asked: Asked }) {
  const words = useWords()
  const { id, number, cls } = ticket
  switch (asked) {
    case 'pick':
      return (
        <ReasonPanel
          title={words('desk.panel.pick', { number })}
          usual={['desk.reason.bus', 'desk.reason.ill', 'desk.reason.baby']}
          onReason={(reason) => void desk.actHere('pick', { ticketId: id, reason })}
          onClose={onClose}
        />
      )
    case 'reclass':
      return (
        <ReasonPanel
          title={words('desk.panel.reclass')}
          usual={['desk.reason.wrongClass', 'desk.reason.elderly']}
          onReason={(reason) =>
            void desk.actAt(id, 'reclass', { cls: cls === 'ordinary' ? 'priority' : 'ordinary', reason })
          }
          onClose={onClose}
        />
      )
    case 'byHand':
      return (
        <ReasonPanel
          title={words('desk.panel.byHand', { number })}
          usual={['desk.reason.blackout', 'desk.reason.network']}
          onReason={(reason) =>
            void desk.actAt(id, 'serve-by-hand', {
              servedAt: serverNow(),
              window: desk.seen.window.window,
              reason,
            })
          }
          onClose={onClose}
        />
      )
  }
}
