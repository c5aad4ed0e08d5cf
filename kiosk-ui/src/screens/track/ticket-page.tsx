import type { TrackTicket } from '@counter/shared/contract/public/track'
import { type ReactNode, useEffect } from 'react'
import { useText } from '../../text/text.ts'
import { isSoon, ticketLine } from '../../text/ticket-line.ts'
import { waitWords } from '../../text/wait-words.ts'
import { HeardAt } from './heard-at.tsx'
import { PhoneFrame } from './phone-frame.tsx'
import { TicketActs } from './ticket-acts.tsx'

interface TicketPageProps {
  readonly ticket: TrackTicket
  readonly token: string | null
}

/** P-1: the number, and in one line what its owner should do now. */
export function TicketPage({ ticket, token }: TicketPageProps): ReactNode {
  const say = useText()
  const state = ticket.isExpired ? 'expired' : isSoon(ticket) ? 'soon' : ticket.status
  const isWaiting = ticket.status === 'waiting' && !ticket.isExpired
  const wait = isWaiting && ticket.ahead !== 0 ? waitWords(ticket, say) : null
  useVibration(ticket.status === 'called')
  return (
    <PhoneFrame screen="P-1" state={state}>
      <h1 className="visually-hidden">{say('p1.title')}</h1>
      <HeardAt />
      <p className="number">{ticket.number}</p>
      <p className="line" role="status" data-testid="p1.line">
        {ticketLine(ticket, say)}
      </p>
      {isWaiting && isSoon(ticket) && ticket.ahead !== null && ticket.ahead > 0 && (
        <p>{say('wait.ahead', { n: ticket.ahead })}</p>
      )}
      {wait !== null && <p>{wait}</p>}
      {isWaiting && ticket.nowCalled !== null && (
        <p>{say('p1.now', { n: ticket.nowCalled.number, w: ticket.nowCalled.window })}</p>
      )}
      {ticket.why !== null && (
        <p className="note" data-testid="p1.why">
          {say(`p1.why.${ticket.why.reason}`, { n: ticket.why.n ?? '' })}
        </p>
      )}
      {ticket.notices.length > 0 && (
        <ul className="note" aria-label={say('p1.notices')}>
          {ticket.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <TicketActs ticket={ticket} token={token} />
      <RateLink ticket={ticket} token={token} />
      <KeepOpen ticket={ticket} />
      <BookLink ticket={ticket} />
    </PhoneFrame>
  )
}

const CALLED_YET: readonly TrackTicket['status'][] = ['waiting', 'called', 'held', 'missed']

// A number that is being served or has ended is called no more.
function KeepOpen({ ticket: { status, isExpired } }: Pick<TicketPageProps, 'ticket'>): ReactNode {
  const say = useText()
  return !isExpired && CALLED_YET.includes(status) ? <p className="note">{say('p1.keepOpen')}</p> : null
}

// What was served can be rated by whoever holds the link (C1002).
function RateLink({ ticket: { status }, token }: TicketPageProps): ReactNode {
  const say = useText()
  if (token === null || status !== 'served') return null
  return (
    <p className="acts">
      <a href={`/rate#${token}`}>{say('phone.rate')}</a>
    </p>
  )
}

// Who is asked to a window needs nothing else now.
function BookLink({ ticket: { status, topic } }: Pick<TicketPageProps, 'ticket'>): ReactNode {
  const say = useText()
  if (status === 'called' || status === 'serving') return null
  return (
    <p className="acts">
      <a href={`/book?topic=${topic}`}>{say('phone.book')}</a>
    </p>
  )
}

// A browser allows it only after a touch of the page; the amber page says the same.
function useVibration(isCalled: boolean): void {
  useEffect(() => {
    if (isCalled && navigator.userActivation?.hasBeenActive) navigator.vibrate?.([400, 200, 400])
  }, [isCalled])
}
