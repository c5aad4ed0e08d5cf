import type { IssuedTicket } from '@counter/shared/contract/hall'
import { dateWords, timeWords } from '@counter/shared/vocabulary/date-words'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { civilDate, civilTime } from '@counter/shared/vocabulary/plain-date'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Qr } from '../../components/qr.tsx'
import { useCentre } from '../../state/centre.ts'
import { standingWords } from '../../text/standing-words.ts'
import { useText } from '../../text/text.ts'
import { waitWords } from '../../text/wait-words.ts'

interface PrintedSlipProps {
  readonly ticket: IssuedTicket
  readonly isReprint: boolean
}

/** The paper ticket, seen by the printer alone. No name and no matter are on it (U30). */
export function PrintedSlip({ ticket, isReprint }: PrintedSlipProps): ReactNode {
  const say = useText()
  const centre = useCentre(({ hall }) => hall?.centre)
  const wait = ticket.quote.ahead === 0 ? null : waitWords(ticket.quote, say)
  const taken = `${dateWords(civilDate(ticket.issuedAt), 'zh')} ${timeWords(civilTime(ticket.issuedAt))}`
  const [prefix, digits] = ticket.number.split(' ')
  // The query code stands in the last line: there a refused look-up sends its reader (code.not_found).
  const lastLine = [
    ...(isReprint ? [say('slip.again')] : []),
    say('slip.today'),
    say('slip.code', { c: printedQueryCode(ticket.queryCode.replace('-', '')) }),
  ]
  const slip = (
    <div className="slip" aria-hidden="true">
      <p>{centre?.name}</p>
      {ticket.cls !== 'ordinary' && <p className="slip-priority">{say(`slip.${ticket.cls}`)}</p>}
      <p className="slip-number">
        <small>{prefix}</small> {digits}
      </p>
      <p>{[standingWords(ticket, say), wait].filter((part) => part !== null).join(' · ')}</p>
      <p>{say('slip.taken', { t: taken })}</p>
      <Qr text={ticket.link} label="" />
      <p>{say('slip.scan')}</p>
      <p>{say('slip.missed')}</p>
      <p className="slip-small">
        {say('slip.phones', { a: centre?.consultPhone ?? '', b: centre?.supervisionPhone ?? '' })}
      </p>
      <p>{lastLine.join(' · ')}</p>
    </div>
  )
  return createPortal(slip, document.body)
}
