import { BookingList, type BookingMade, CheckedIn, DeskBooking } from '@counter/shared/contract/booking'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { command, find, read } from '../../state/ask.ts'
import { useHall } from '../../state/hall.ts'
import { serverNow } from '../../state/live.ts'
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
  const { bookings, refused, reread, look, act } = useBookings(setTold)
  const done = (made: BookingMade | null) => {
    setTarget({ kind: 'new' })
    setTold(
      made === null
        ? words('booking.changed')
        : words('booking.made', { d: made.booking.date, t: made.booking.band, code: made.code }),
    )
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
          onAct={act}
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

type Act = 'check-in' | 'cancel'

interface RowsProps {
  /** Null until the server has answered: before that nobody knows whether there are any (U33). */
  readonly bookings: readonly DeskBooking[] | null
  readonly onChange: (booking: DeskBooking) => void
  readonly onAct: (booking: DeskBooking, act: Act) => void
}

function Rows({ bookings, onChange, onAct }: RowsProps) {
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
          <span>{booking.phone ?? words('booking.noPhone')}</span>
          <span className="tag">{words(`booking.status.${booking.status}`)}</span>
          <span className="grow" />
          {(booking.status === 'booked' || booking.status === 'no_show') && (
            <Button size="small" onClick={() => onAct(booking, 'check-in')}>
              {words('booking.checkIn')}
            </Button>
          )}
          {booking.status === 'booked' && (
            <>
              <Button size="small" onClick={() => onChange(booking)}>
                {words('booking.change')}
              </Button>
              <Button size="small" onClick={() => onAct(booking, 'cancel')}>
                {words('booking.cancel')}
              </Button>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function useBookings(tell: (told: string) => void) {
  const words = useWords()
  const [bookings, setBookings] = useState<readonly DeskBooking[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const reread = useCallback(() => {
    void read(`/api/bookings?date=${civilDate(serverNow())}`, BookingList).then((answer) => {
      if (answer.ok) setBookings(answer.value.items)
      else setRefused(answer)
    })
  }, [])
  useEffect(reread, [reread])
  const look = (code: string) =>
    void find('/api/bookings/find', { code }, DeskBooking).then((answer) => {
      setRefused(answer.ok ? null : answer)
      if (answer.ok) setBookings([answer.value])
    })
  const act = async ({ id }: DeskBooking, kind: Act) => {
    const path = `/api/bookings/${id}/${kind}`
    const answer =
      kind === 'check-in' ? await command(path, {}, CheckedIn) : await command(path, {}, DeskBooking)
    setRefused(answer.ok ? null : answer)
    if (!answer.ok) return
    if ('ticket' in answer.value) tell(words('booking.arrived', { number: answer.value.ticket.number }))
    reread()
  }
  return {
    bookings,
    refused,
    reread,
    look,
    act: (booking: DeskBooking, kind: Act) => void act(booking, kind),
  }
}

function keyOf(target: BookingTarget): string {
  if (target.kind === 'change') return target.booking.id
  return target.kind === 'move' ? target.ticket.id : 'new'
}
