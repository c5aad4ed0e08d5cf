import type { TrackState, TrackTicket } from '@counter/shared/contract/public/track'
import type { ReactNode } from 'react'
import { pageNow } from '../../state/page-clock.ts'
import { useText } from '../../text/text.ts'
import { ticketLine } from '../../text/ticket-line.ts'
import { waitWords } from '../../text/wait-words.ts'
import { CaseCard } from '../track/case-card.tsx'

/** What K-4 found: a number's line, or the card of a case with its light, stage, date and what is to be done. */
export function FoundCard({ found }: { readonly found: TrackState }): ReactNode {
  return found.what === 'case' ? <CaseCard found={found} now={pageNow()} /> : <TicketFound found={found} />
}

function TicketFound({ found }: { readonly found: TrackTicket }): ReactNode {
  const say = useText()
  const wait = found.status === 'waiting' && found.ahead !== 0 ? waitWords(found, say) : null
  return (
    <section className="card" role="status">
      <h2>{say('k4.number', { n: found.number })}</h2>
      <p className="ahead">{ticketLine(found, say)}</p>
      {wait !== null && <p>{wait}</p>}
    </section>
  )
}
