import type { DeskTicket } from '@counter/shared/contract/desk'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Button } from 'antd'
import { useServerNow } from '../../state/live.ts'
import { ticketsThatAre, waitingLine } from '../../state/window-topic.ts'
import { useWords } from '../../text/words.ts'
import type { Desk } from './use-desk.ts'

/** Left column: who waits, in the order they will be called; who missed; who is on hold here. */
export function QueueColumn({ desk }: { desk: Desk }) {
  const words = useWords()
  const { figures, tickets, window } = desk.seen
  const line = waitingLine(desk.seen)
  const missed = ticketsThatAre(tickets, 'missed')
  const held = ticketsThatAre(tickets, 'held').filter((ticket) => ticket.window === window.window)
  const hidden = figures.waiting - line.length
  return (
    <aside className="desk-queue card" aria-label={words('desk.queue')}>
      <h2>
        {words('desk.queue')} <span className="quiet">{words('desk.waiting', { n: figures.waiting })}</span>
      </h2>
      {line.length === 0 && <p className="quiet">{words('desk.nobody')}</p>}
      <div
        className="scroller"
        role="region"
        tabIndex={0}
        aria-label={words('desk.waiting', { n: figures.waiting })}
      >
        <ol className="rows">
          {line.map((ticket) => (
            <WaitingRow key={ticket.id} ticket={ticket} />
          ))}
        </ol>
      </div>
      {hidden > 0 && <p className="quiet">{words('desk.moreWaiting', { n: hidden })}</p>}
      <SideList
        title={words('desk.missed', { n: missed.length })}
        tickets={missed}
        label={words('desk.rejoin')}
        onPress={(id) => desk.actAt(id, 'rejoin')}
      />
      <SideList
        title={words('desk.held', { n: held.length })}
        tickets={held}
        label={words('desk.return')}
        onPress={(id) => desk.actAt(id, 'return')}
      />
      <p className="quiet">{words('desk.served', { n: figures.servedToday })}</p>
    </aside>
  )
}

const EVERY_MS = 10_000
const LONG_MINUTES = 30

function WaitingRow({ ticket }: { ticket: DeskTicket }) {
  const words = useWords()
  const minutes = minutesSince(ticket.baseAt, useServerNow(EVERY_MS))
  return (
    <li className="row">
      <strong>{ticket.number}</strong>
      <span>{words('desk.minutes', { n: minutes })}</span>
      {minutes >= LONG_MINUTES && <span className="tag tag-warn">{words('desk.tooLong')}</span>}
      <TicketTags ticket={ticket} />
    </li>
  )
}

/** 优先, 预约, 需当面叫, 转来: what a clerk must know before calling; never why (U30). */
export function TicketTags({ ticket }: { ticket: DeskTicket }) {
  const words = useWords()
  return (
    <>
      {ticket.cls !== 'ordinary' && (
        <span className="tag">{words(ticket.cls === 'priority' ? 'desk.priority' : 'desk.appointment')}</span>
      )}
      {ticket.needsSpokenCall && <span className="tag">{words('desk.spoken')}</span>}
      {ticket.directedWindow !== null && <span className="tag">{words('desk.directed')}</span>}
    </>
  )
}

interface SideListProps {
  readonly title: string
  readonly tickets: readonly DeskTicket[]
  readonly label: string
  readonly onPress: (id: DeskTicket['id']) => Promise<boolean>
}

function SideList({ title, tickets, label, onPress }: SideListProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="rows">
        {tickets.map((ticket) => (
          <li className="row" key={ticket.id}>
            <strong>{ticket.number}</strong>
            <TicketTags ticket={ticket} />
            <span className="grow" />
            <Button
              size="small"
              aria-label={`${label} ${ticket.number}`}
              onClick={() => void onPress(ticket.id)}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whole minutes from an instant to now. */
export function minutesSince(at: Instant, now: Instant): number {
  return Math.max(0, Math.floor((toMs(now) - toMs(at)) / 60_000))
}
