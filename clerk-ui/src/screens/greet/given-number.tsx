import type { IssuedTicket } from '@counter/shared/contract/hall'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useEffect, useRef } from 'react'
import { QrCode } from '../../papers/qr-code.tsx'
import { useHall } from '../../state/hall.ts'
import { useWords } from '../../text/words.ts'

interface GivenNumberProps {
  readonly issued: IssuedTicket
  readonly isSpoken: boolean
  readonly onNext: () => void
}

/** The number, big, with its QR code: shown to the person, or printed by the tablet's printer; without name and matter (U30). */
export function GivenNumber({ issued, isSpoken, onNext }: GivenNumberProps) {
  const words = useWords()
  const centre = useHall((state) => state.hall?.centre.name)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => next.current?.focus(), [])
  const { number, quote, queryCode, link, issuedAt } = issued
  return (
    <>
      <div className="greet-slip" role="status">
        <p className="greet-slip-centre">{centre}</p>
        <p className="greet-number" data-testid="greet.number">
          {number}
        </p>
        {isSpoken && <p className="tag">{words('greet.spoken')}</p>}
        <p className="big">{words('greet.ahead', { n: quote.ahead })}</p>
        {quote.low !== null && quote.high !== null && (
          <p>{words('greet.wait', { low: quote.low, high: quote.high })}</p>
        )}
        <QrCode text={link} />
        <p>{words('greet.scan')}</p>
        <p>
          {words('greet.code', { code: queryCode })} · {civilTime(issuedAt)}
        </p>
      </div>
      <div className="greet-marks">
        <button type="button" className="touch" onClick={() => window.print()}>
          {words('greet.print')}
        </button>
        <button ref={next} type="button" className="touch touch-main" onClick={onNext}>
          {words('greet.another')}
        </button>
      </div>
    </>
  )
}
