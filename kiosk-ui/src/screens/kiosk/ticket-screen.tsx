import type { IssuedTicket } from '@counter/shared/contract/hall'
import { takePictureAway } from '@counter/shared/slip/lay-picture'
import { timeWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useEffect } from 'react'
import { Press } from '../../components/press.tsx'
import { Qr } from '../../components/qr.tsx'
import { printAgain } from '../../state/kiosk-acts.ts'
import type { Booked, TicketShown } from '../../state/kiosk-machine.ts'
import { tell } from '../../state/kiosk-store.ts'
import { useOutOfReach } from '../../state/printer-reach.ts'
import { standingWords } from '../../text/standing-words.ts'
import { type Say, useText } from '../../text/text.ts'
import { waitWords } from '../../text/wait-words.ts'
import { KioskFrame } from './kiosk-frame.tsx'
import { LeavingBar } from './leaving-bar.tsx'

/** K-3: the number, large, whether or not there is paper for it (U21). */
export function TicketScreen({ place }: { readonly place: TicketShown }): ReactNode {
  const say = useText()
  const { ticket, paper } = place
  useEffect(() => takePictureAway, [])
  const wait = ticket.quote.ahead === 0 ? null : waitWords(ticket.quote, say)
  return (
    <KioskFrame screen="K-3" state={paper} bar={<TicketBar place={place} />}>
      <h1>{say('k3.yours')}</h1>
      <p className="number" data-testid="k3.number">
        {ticket.number}
      </p>
      <p className="ahead" data-testid="k3.ahead">
        {standingWords(ticket, say)}
      </p>
      {wait !== null && <p className="ahead">{wait}</p>}
      {ticket.weight !== undefined && <p className="ahead">{batchWords(ticket, ticket.weight, say)}</p>}
      {place.booked !== undefined && <BookedWords booked={place.booked} />}
      <PaperWords place={place} />
      <figure className="scan-here">
        <Qr text={ticket.link} label={say('k3.scan')} testId="k3.qr" />
        <figcaption>{say('k3.scan')}</figcaption>
      </figure>
      <LeavingBar />
    </KioskFrame>
  )
}

function batchWords({ bookedAt }: IssuedTicket, n: number, say: Say): string {
  return bookedAt === undefined
    ? say('k3.batch', { n })
    : say('k3.batchBooked', { n, t: timeWords(civilTime(bookedAt)) })
}

// Early is no loss, late is an ordinary number: said, so that nobody wonders about the order (Q36).
function BookedWords({ booked: { timing, at } }: { readonly booked: Booked }): ReactNode {
  const say = useText()
  return <p className="ahead">{say(`k10.${timing}`, { t: timeWords(civilTime(at)) })}</p>
}

function PaperWords({ place: { paper, ticket } }: { readonly place: TicketShown }): ReactNode {
  const say = useText()
  const isOutOfReach = useOutOfReach(ticket.number)
  if (paper === 'failed')
    return (
      <>
        <p className="warning" role="alert">
          {say(isOutOfReach ? 'k3.noPaperNow' : 'k3.noPaper')}
        </p>
        <p className="ahead" data-testid="k3.code">
          {say('k3.code', { code: ticket.queryCode })}
        </p>
        <p>{say('k3.codeUse')}</p>
      </>
    )
  const words = paper === 'printed' ? `${say('k3.take')} ↓` : say('k3.printing')
  return (
    <p className="paper" role="status">
      {words}
    </p>
  )
}

function TicketBar({ place }: { readonly place: TicketShown }): ReactNode {
  const say = useText()
  const { paper, isReprinted, ticket } = place
  const isOutOfReach = useOutOfReach(ticket.number)
  return (
    <>
      <Press look="main" onPress={() => tell({ type: 'left' })}>
        {say(paper === 'failed' ? 'k3.remembered' : 'act.ok')}
      </Press>
      {!isReprinted && paper !== 'printing' && !isOutOfReach && (
        <Press look="second" onPress={() => void printAgain()}>
          {say('k3.printAgain')}
        </Press>
      )}
    </>
  )
}
