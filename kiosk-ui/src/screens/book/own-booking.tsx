import type { Booking } from '@counter/shared/contract/public/booking'
import { type ReactNode, useState } from 'react'
import { cancelOwn, changeOwn, type Place } from '../../state/bookings.ts'
import { useLanguage, useRefusal, useText } from '../../text/text.ts'
import { PlaceChoice } from './place-choice.tsx'
import { BookingQr, type Times } from './taken.tsx'
import { whenWords } from './when-words.ts'

interface OwnBookingProps {
  readonly booking: Booking
  readonly matter: string
  readonly times: Times
  /** Null when it was found by code and phone: then it is only shown (P41). */
  readonly token: string | null
  readonly onBooking: (booking: Booking) => void
}

/** One booking: when, how it stands, its QR, another time, no. */
export function OwnBooking({ booking, matter, times, token, onBooking }: OwnBookingProps): ReactNode {
  const say = useText()
  const language = useLanguage()
  const isBooked = booking.status === 'booked'
  return (
    <>
      <p className="line">{whenWords(booking, language)}</p>
      <p>{matter}</p>
      <p role="status" className="line">
        {say(`p6.status.${booking.status}`)}
      </p>
      {booking.status === 'no_show' && <p>{say('p6.lateStill')}</p>}
      {token !== null && (isBooked || booking.status === 'no_show') && (
        <BookingQr link={`${location.origin}/book#${token}`} times={times} />
      )}
      {token !== null && isBooked && (
        <OwnActs
          key={`${booking.date}${booking.band}`}
          booking={booking}
          token={token}
          onBooking={onBooking}
        />
      )}
      {!isBooked && (
        <a className="main" href="/book">
          {say('p6.again')}
        </a>
      )}
    </>
  )
}

interface OwnActsProps {
  readonly booking: Booking
  readonly token: string
  readonly onBooking: (booking: Booking) => void
}

function OwnActs({ booking, token, onBooking }: OwnActsProps): ReactNode {
  const say = useText()
  const refusal = useRefusal()
  const [asked, setAsked] = useState<'change' | 'cancel' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const act = async (work: () => ReturnType<typeof cancelOwn>) => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const answer = await work()
    setBusy(false)
    if (answer.ok) onBooking(answer.value)
    else setProblem(refusal(answer.code, answer.params))
  }
  return (
    <div className="acts">
      {problem !== null && (
        <p role="alert" className="warning">
          {problem}
        </p>
      )}
      {asked === null && (
        <>
          <button type="button" onClick={() => setAsked('change')}>
            {say('p6.other')}
          </button>
          <button type="button" onClick={() => setAsked('cancel')}>
            {say('p6.cancel')}
          </button>
        </>
      )}
      {asked === 'change' && (
        <PlaceChoice
          key={problem}
          topic={booking.topic}
          isBusy={isBusy}
          onPlace={(place: Place) => void act(() => changeOwn(token, place))}
        />
      )}
      {asked === 'cancel' && (
        <section className="ask" aria-label={say('p6.cancel')}>
          <p role="alert">{say('p6.cancelAsk')}</p>
          <button type="button" aria-disabled={isBusy} onClick={() => void act(() => cancelOwn(token))}>
            {say(isBusy ? 'p6.busy' : 'p6.cancelYes')}
          </button>
          <button type="button" className="main" onClick={() => setAsked(null)}>
            {say('p6.cancelNo')}
          </button>
        </section>
      )}
    </div>
  )
}
