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
        acts={[{ label: words('desk.rejoin'), run: (id) => void desk.actAt(id, 'rejoin') }]}
      />
      <SideList
        title={words('desk.held', { n: held.length })}
        tickets={held}
        acts={[
          { label: words('desk.return'), run: (id) => void desk.actAt(id, 'return') },
          { label: words('desk.release'), run: (id) => void desk.actAt(id, 'release') },
        ]}
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

/** 优先, 预约, 需当面叫, 转来: what the number itself does not say; never why (U30). */
export function TicketTags({ ticket }: { ticket: DeskTicket }) {
  const words = useWords()
  const cls = ticket.cls === 'ordinary' ? null : words(`desk.${ticket.cls}`)
  return (
    <>
      {cls !== null && !ticket.number.startsWith(cls) && <span className="tag">{cls}</span>}
      {ticket.needsSpokenCall && <span className="tag">{words('desk.spoken')}</span>}
      {ticket.directedWindow !== null && <span className="tag">{words('desk.directed')}</span>}
    </>
  )
}

interface SideListProps {
  readonly title: string
  readonly tickets: readonly DeskTicket[]
  readonly acts: readonly { readonly label: string; readonly run: (id: DeskTicket['id']) => void }[]
}

function SideList({ title, tickets, acts }: SideListProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="rows">
        {tickets.map((ticket) => (
          <li className="row" key={ticket.id}>
            <strong>{ticket.number}</strong>
            <TicketTags ticket={ticket} />
            <span className="grow" />
            {acts.map(({ label, run }) => (
              <Button
                key={label}
                size="small"
                aria-label={`${label} ${ticket.number}`}
                onClick={() => run(ticket.id)}
              >
                {label}
              </Button>
            ))}
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
