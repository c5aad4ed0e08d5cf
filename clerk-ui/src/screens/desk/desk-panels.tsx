import type { DeskTicket } from '@counter/shared/contract/desk'
import { Button } from 'antd'
import { useWords } from '../../text/words.ts'
import { BookingPanel } from './booking-panel.tsx'
import { DirectPanel } from './direct-panel.tsx'
import { ElderPanel } from './elder-panel.tsx'
import { PanelCard } from './panel-card.tsx'
import { PaperPanel } from './paper-panel.tsx'
import { ReasonPanel } from './reason-panel.tsx'
import { RowPanel } from './row-panel.tsx'
import { ServedPanel } from './served-panel.tsx'
import { TransferPanel } from './transfer-panel.tsx'
import type { Desk } from './use-desk.ts'

/** Whatever the workbench has to ask before an act; one question at a time. */
export function DeskPanels({ desk }: { desk: Desk }) {
  const words = useWords()
  const close = () => desk.openPanel(null)
  const ticketId = desk.ticket?.id
  switch (desk.panel) {
    case null:
      return null
    case 'elder':
    case 'number':
      return <ElderPanel isDirect={desk.panel === 'elder'} onClose={close} />
    case 'booking':
      return <BookingPanel desk={desk} onClose={close} />
    case 'direct':
      return <DirectPanel desk={desk} onClose={close} />
    case 'served':
      return <ServedPanel window={desk.seen.window.window} onClose={close} />
    case 'row':
      return desk.row === null ? null : (
        <RowPanel key={desk.row.id} desk={desk} ticket={desk.row} onClose={close} />
      )
    case 'take-held':
      return desk.row === null ? null : <TakeHeld desk={desk} ticket={desk.row} onClose={close} />
    case 'paper':
      return <PaperPanel tickets={ownFirst(desk)} onClose={close} />
    case 'pause':
      return (
        <ReasonPanel
          title={words('desk.panel.pause')}
          usual={['desk.reason.break', 'desk.reason.away', 'desk.reason.meeting', 'desk.reason.fault']}
          onReason={(reason) => void desk.actHere('pause', { reason })}
          onClose={close}
        />
      )
    default:
      return ticketId === undefined ? null : <TicketPanel desk={desk} ticketId={ticketId} onClose={close} />
  }
}

interface TakeHeldProps {
  readonly desk: Desk
  readonly ticket: DeskTicket
  readonly onClose: () => void
}

// Another window may call back what this one holds, with a reason (Q30).
function TakeHeld({ desk, ticket, onClose }: TakeHeldProps) {
  const words = useWords()
  return (
    <ReasonPanel
      title={words('desk.panel.returnElsewhere', { window: ticket.window ?? 0 })}
      usual={['desk.reason.free', 'desk.reason.known']}
      onReason={(reason) => void desk.actAt(ticket.id, 'return', { reason })}
      onClose={onClose}
    />
  )
}

function ownFirst({ ticket, seen }: Desk) {
  const others = seen.tickets.filter(({ id }) => id !== ticket?.id)
  return ticket === null ? others : [ticket, ...others]
}

interface TicketPanelProps {
  readonly desk: Desk
  readonly ticketId: NonNullable<Desk['ticket']>['id']
  readonly onClose: () => void
}

function TicketPanel({ desk, ticketId, onClose }: TicketPanelProps) {
  const words = useWords()
  switch (desk.panel) {
    case 'miss':
      return (
        <ReasonPanel
          title={words('desk.panel.miss')}
          usual={['desk.reason.gone', 'desk.reason.left']}
          onReason={(reason) => void desk.miss({ reason, isConfirmed: true })}
          onClose={onClose}
        />
      )
    case 'not-heard':
      return (
        <PanelCard title={words('desk.panel.not-heard')} onClose={onClose}>
          <div className="line">
            <Button type="primary" onClick={() => void desk.miss({ isConfirmed: true })}>
              {words('desk.confirm')}
            </Button>
            <Button onClick={onClose}>{words('desk.cancel')}</Button>
          </div>
        </PanelCard>
      )
    case 'hold':
      return (
        <ReasonPanel
          title={words('desk.panel.hold')}
          usual={['desk.reason.copy', 'desk.reason.fetch', 'desk.reason.wait', 'desk.reason.pay']}
          onReason={(reason) => void desk.actAt(ticketId, 'hold', { reason })}
          onClose={onClose}
        />
      )
    case 'transfer':
      return (
        <TransferPanel
          ownWindow={desk.seen.window.window}
          mayConfirm={desk.refused?.code === 'transfer.no_window'}
          onTransfer={(order) => void desk.actAt(ticketId, 'transfer', order)}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
