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
  const isHere = (ticket: DeskTicket) => ticket.window === window.window
  const held = ticketsThatAre(tickets, 'held')
  const elsewhere = held.filter((ticket) => !isHere(ticket))
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
            <WaitingRow key={ticket.id} ticket={ticket} onOpen={() => desk.openRow('row', ticket)} />
          ))}
        </ol>
      </div>
      {hidden > 0 && <p className="quiet">{words('desk.moreWaiting', { n: hidden })}</p>}
      <SideList
        title={words('desk.missed', { n: missed.length })}
        tickets={missed}
        acts={[{ label: words('desk.rejoin'), run: ({ id }) => void desk.actAt(id, 'rejoin') }]}
        onOpen={(ticket) => desk.openRow('row', ticket)}
      />
      <SideList
        title={words('desk.held', { n: held.length - elsewhere.length })}
        tickets={held.filter(isHere)}
        alertMinutes={figures.rules.holdAlertMinutes}
        acts={[
          { label: words('desk.return'), run: ({ id }) => void desk.actAt(id, 'return') },
          { label: words('desk.release'), run: ({ id }) => void desk.actAt(id, 'release') },
        ]}
      />
      {elsewhere.length > 0 && (
        <SideList
          title={words('desk.heldElsewhere', { n: elsewhere.length })}
          tickets={elsewhere}
          acts={[{ label: words('desk.takeOver'), run: (ticket) => desk.openRow('take-held', ticket) }]}
        />
      )}
      <p className="quiet">
        {words('desk.served', { n: figures.servedToday })}{' '}
        <Button size="small" onClick={() => desk.openPanel('served')}>
          {words('desk.servedAll')}
        </Button>
      </p>
    </aside>
  )
}

const EVERY_MS = 10_000
const LONG_MINUTES = 30

interface WaitingRowProps {
  readonly ticket: DeskTicket
  readonly onOpen: () => void
}

function WaitingRow({ ticket, onOpen }: WaitingRowProps) {
  const words = useWords()
  const minutes = minutesSince(ticket.baseAt, useServerNow(EVERY_MS))
  return (
    <li className="row">
      <NumberButton ticket={ticket} onOpen={onOpen} />
      <span>{words('desk.minutes', { n: minutes })}</span>
      {minutes >= LONG_MINUTES && <span className="tag tag-warn">{words('desk.tooLong')}</span>}
      <TicketTags ticket={ticket} />
    </li>
  )
}

/** 优先, 预约, 需当面叫, 转来, 补录: what the number itself does not say; never why (U30). */
export function TicketTags({ ticket }: { ticket: DeskTicket }) {
  const words = useWords()
  const cls = ticket.cls === 'ordinary' ? null : words(`desk.${ticket.cls}`)
  return (
    <>
      {cls !== null && !ticket.number.startsWith(cls) && <span className="tag">{cls}</span>}
      {ticket.needsSpokenCall && <span className="tag">{words('desk.spoken')}</span>}
      {ticket.weight > 1 && <span className="tag">{words('desk.weight', { n: ticket.weight })}</span>}
      {ticket.caseId !== null && <span className="tag">{words('desk.returnVisit')}</span>}
      {ticket.isEnteredLater && <span className="tag">{words('desk.enteredLater')}</span>}
      {ticket.directedWindow !== null && <span className="tag">{words('desk.directed')}</span>}
    </>
  )
}

interface SideListProps {
  readonly title: string
  readonly tickets: readonly DeskTicket[]
  readonly acts: readonly { readonly label: string; readonly run: (ticket: DeskTicket) => void }[]
  readonly onOpen?: (ticket: DeskTicket) => void
  /** Held this long, a number is marked; nothing is called by itself (Q30). */
  readonly alertMinutes?: number
}

function SideList({ title, tickets, acts, onOpen, alertMinutes }: SideListProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="rows">
        {tickets.map((ticket) => (
          <li className="row" key={ticket.id}>
            {onOpen === undefined ? (
              <strong>{ticket.number}</strong>
            ) : (
              <NumberButton ticket={ticket} onOpen={() => onOpen(ticket)} />
            )}
            <TicketTags ticket={ticket} />
            {alertMinutes !== undefined && <HeldLong ticket={ticket} alertMinutes={alertMinutes} />}
            <span className="grow" />
            {acts.map(({ label, run }) => (
              <Button
                key={label}
                size="small"
                aria-label={`${label} ${ticket.number}`}
                onClick={() => run(ticket)}
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

// The number itself opens what can be done to it, so that keys reach it too (U31).
function NumberButton({ ticket, onOpen }: WaitingRowProps) {
  const words = useWords()
  return (
    <Button
      size="small"
      aria-label={words('desk.row', { number: ticket.number })}
      onClick={onOpen}
      className="number-button"
    >
      <strong>{ticket.number}</strong>
    </Button>
  )
}

function HeldLong({ ticket, alertMinutes }: { ticket: DeskTicket; alertMinutes: number }) {
  const words = useWords()
  const minutes = minutesSince(ticket.heldAt ?? ticket.issuedAt, useServerNow(EVERY_MS))
  if (minutes < alertMinutes) return null
  return (
    <span className="tag tag-warn" role="alert">
      {words('desk.heldLong', { n: minutes })}
    </span>
  )
}

/** Whole minutes from an instant to now. */
export function minutesSince(at: Instant, now: Instant): number {
  return Math.max(0, Math.floor((toMs(now) - toMs(at)) / 60_000))
}
