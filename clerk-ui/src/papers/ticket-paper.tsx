import type { IssuedTicket } from '@counter/shared/contract/hall'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useHall } from '../state/hall.ts'
import { useWords } from '../text/words.ts'
import { QrCode } from './qr-code.tsx'

/** The slip of a number that was given out at the desk: what the kiosk's says, on an 80 mm roll (U18). */
export function TicketPaper({ ticket }: { readonly ticket: IssuedTicket }) {
  const words = useWords()
  const centre = useHall.getState().hall?.centre
  return (
    <article className="paper">
      <p>{centre?.name}</p>
      <h1>{ticket.number}</h1>
      <p>{words('desk.slip.ahead', { n: ticket.quote.ahead, time: civilTime(ticket.issuedAt) })}</p>
      <QrCode text={ticket.link} />
      <p>{words('desk.slip.scan')}</p>
      <p className="paper-number">{words('desk.slip.code', { code: ticket.queryCode })}</p>
      <p>{words('desk.slip.missed')}</p>
      <p>{words('desk.slip.today', { phone: centre?.consultPhone ?? '' })}</p>
    </article>
  )
}
