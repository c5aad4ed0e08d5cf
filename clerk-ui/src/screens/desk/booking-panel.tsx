import { BookingList, type BookingMade, CheckedIn, DeskBooking } from '@counter/shared/contract/booking'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { ActButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { find } from '../../state/ask.ts'
import { useHall } from '../../state/hall.ts'
import { serverNow } from '../../state/live.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import { BookingForm, type BookingTarget } from './booking-form.tsx'
import { PanelCard } from './panel-card.tsx'
import type { Desk } from './use-desk.ts'

interface BookingPanelProps {
  readonly desk: Desk
  readonly onClose: () => void
}

/** 预约 at the desk: today's bookings, one by its code, a new one, and a waiting number that today cannot serve. */
export function BookingPanel({ desk, onClose }: BookingPanelProps) {
  const words = useWords()
  const [target, setTarget] = useState<BookingTarget>({ kind: 'new' })
  const [told, setTold] = useState<string | null>(null)
  const { bookings, refused, reread, look } = useBookings()
  const done = (made: BookingMade | null) => {
    setTarget({ kind: 'new' })
    setTold(
      made === null
        ? words('booking.changed')
        : words('booking.made', { d: made.booking.date, t: made.booking.band, code: made.code }),
    )
    reread()
  }
  const arrived = ({ ticket }: CheckedIn) => {
    setTold(words('booking.arrived', { number: ticket.number }))
    reread()
  }
  const cancelled = () => {
    setTold(words('booking.cancelled'))
    reread()
  }
  const movable = desk.seen.tickets.filter(({ status }) => ['waiting', 'missed', 'held'].includes(status))
  return (
    <PanelCard title={words('booking.title')} onClose={onClose}>
      <FindByCode onCode={look} />
      <BookingForm key={keyOf(target)} target={target} onDone={done} />
      {movable.length > 0 && (
        <label className="field">
          {words('booking.move')}
          <select
            value={target.kind === 'move' ? target.ticket.id : ''}
            onChange={(event) => {
              const ticket = movable.find(({ id }) => id === event.target.value)
              setTarget(ticket === undefined ? { kind: 'new' } : { kind: 'move', ticket })
            }}
          >
            <option value="">{words('booking.moveNone')}</option>
            {movable.map(({ id, number }) => (
              <option key={id} value={id}>
                {number}
              </option>
            ))}
          </select>
        </label>
      )}
      <RefusalLine refused={refused} />
      <p role="status" className="big">
        {told}
      </p>
      {(bookings !== null || refused === null) && (
        <Rows
          bookings={bookings}
          onChange={(booking) => setTarget({ kind: 'change', booking })}
          onArrived={arrived}
          onCancelled={cancelled}
        />
      )}
      <div className="line">
        <Button onClick={onClose}>{words('desk.cancel')}</Button>
      </div>
    </PanelCard>
  )
}

function FindByCode({ onCode }: { readonly onCode: (code: string) => void }) {
  const words = useWords()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') onCode(code)
  }
  return (
    <form className="line" onSubmit={submit}>
      <label className="field">
        {words('booking.code')}
        <input
          value={code}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <Button htmlType="submit">{words('booking.find')}</Button>
    </form>
  )
}

interface RowsProps {
  /** Null until the server has answered: before that nobody knows whether there are any (U33). */
  readonly bookings: readonly DeskBooking[] | null
  readonly onChange: (booking: DeskBooking) => void
  readonly onArrived: (checkedIn: CheckedIn) => void
  readonly onCancelled: () => void
}

function Rows({ bookings, onChange, onArrived, onCancelled }: RowsProps) {
  const words = useWords()
  const unitOf = useHall((state) => state.hall?.topics) ?? []
  if (bookings === null) return <SlowWords />
  if (bookings.length === 0) return <p className="quiet">{words('booking.none')}</p>
  return (
    <ul className="rows" aria-label={words('booking.today')}>
      {bookings.map((booking) => (
        <li className="row" key={booking.id}>
          <strong>{booking.band}</strong>
          <span>{unitOf.find(({ topic }) => topic === booking.topic)?.unitName}</span>
          {booking.visitFrom !== undefined && <span>{booking.visitFrom}</span>}
          <span>
            {booking.visitOf === undefined
              ? (booking.phone ?? words('booking.noPhone'))
              : words('desk.weight', { n: booking.visitOf })}
          </span>
          <span className="tag">{words(`booking.status.${booking.status}`)}</span>
          <span className="grow" />
          {(booking.status === 'booked' || booking.status === 'no_show') && (
            <ActButton
              size="small"
              path={`/api/bookings/${booking.id}/check-in`}
              parser={CheckedIn}
              onDone={onArrived}
            >
              {words('booking.checkIn')}
            </ActButton>
          )}
          {booking.status === 'booked' && (
            <>
              {booking.visitOf === undefined && (
                <Button size="small" onClick={() => onChange(booking)}>
                  {words('booking.change')}
                </Button>
              )}
              <ActButton
                size="small"
                path={`/api/bookings/${booking.id}/cancel`}
                parser={DeskBooking}
                onDone={onCancelled}
              >
                {words('booking.cancel')}
              </ActButton>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

// Today's list, or the one booking that a code has found; the list comes back with the next look at it.
function useBookings() {
  const today = useReading(`/api/bookings?date=${civilDate(serverNow())}`, BookingList)
  const [found, setFound] = useState<DeskBooking | null>(null)
  const [notFound, setNotFound] = useState<Refused | null>(null)
  const look = (code: string) =>
    void find('/api/bookings/find', { code }, DeskBooking).then((answer) => {
      setNotFound(answer.ok ? null : answer)
      if (answer.ok) setFound(answer.value)
    })
  const reread = () => {
    setFound(null)
    today.reread()
  }
  return {
    bookings: found === null ? (today.value?.items ?? null) : [found],
    refused: notFound ?? today.refused,
    reread,
    look,
  }
}

function keyOf(target: BookingTarget): string {
  if (target.kind === 'change') return target.booking.id
  return target.kind === 'move' ? target.ticket.id : 'new'
}
