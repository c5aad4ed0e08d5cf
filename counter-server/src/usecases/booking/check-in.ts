import type { BookingId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { TicketChannel } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { checkIn, requireToCheckIn } from '../../domain/booking/acts.ts'
import { arrivalOf } from '../../domain/booking/arrival.ts'
import { appointmentAt, type Booking, bookingSettings } from '../../domain/booking/booking.ts'
import { saveBooking } from '../../store/bookings.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { readHallNow, todayOf } from '../hall/hall-now.ts'
import { guardKiosk, requireTopic, requireWindowFor } from '../hall/issue-ticket.ts'
import { freshTicket, type Issued, putInLine } from '../hall/put-in-line.ts'
import type { WaitEstimator } from '../hall/wait.ts'
import { readVisitOn, waitingOf } from '../village/read-visit.ts'
import { keepVisitTicket, requireServices, topicOf } from '../village/visit-ticket.ts'
import { requireBooking } from './find-booking.ts'

export interface CheckIn {
  readonly origin: Origin
  readonly id: BookingId
  readonly channel: Extract<TicketChannel, 'kiosk' | 'desk'>
}

/** The ticket of somebody who had booked. */
export interface CheckedIn extends Issued {
  readonly timing: 'early' | 'on_time' | 'late'
  readonly appointmentAt: Instant
}

/** A holder is here: the booking becomes a ticket, which stands by the appointment or, late, as a walk-in's (Q36). */
export function checkInBooking(
  deps: Deps & { readonly wait: WaitEstimator },
  { origin, id, channel }: CheckIn,
): Promise<CheckedIn> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'booking.check_in', subject: id, content: { id } }, () =>
      arriveOn(deps, tx, { origin, booking: requireBooking(tx, id), channel }),
    ),
  )
}

interface Arriving {
  readonly origin: Origin
  readonly booking: Booking
  readonly channel: TicketChannel
  /** What a clerk chose for an agent's visit; left out: what its cases are waited for (V91). */
  readonly topic?: TopicKey | null
}

/** The ticket of a booking in the caller's transaction; of an agent's visit it is the one number for all of it (V92). */
export function arriveOn(
  deps: Deps & { readonly wait: WaitEstimator },
  tx: Tx,
  { origin, booking, channel, topic: chosen = null }: Arriving,
): CheckedIn {
  requireToCheckIn(booking, todayOf(tx))
  if (origin.role === 'kiosk') guardKiosk(deps, tx, origin)
  const facts = requireTopic(tx, chosen ?? topicNow(tx, booking))
  // A visit may have changed since it was booked, and waits as one that comes without a time.
  if (origin.role === 'kiosk' && booking.visit !== null) requireWindowFor(tx, facts)
  const { cls, baseTime, callKey, timing, minutes } = arrivalOf(appointmentAt(booking), tx.at, {
    queue: deps.queue(tx),
    booking: bookingSettings(readSettings(tx)),
  })
  const { id, visit, date, band, topic } = booking
  const weight = visit === null ? 1 : requireServices(tx, visit)
  const ticketId = deps.newId() as TicketId
  const ticket = { ...freshTicket(deps, tx, { id: ticketId, facts, cls, baseTime, weight }), callKey }
  const estimate = deps.wait.estimate(tx, ticket, readHallNow(deps, tx))
  const issued = putInLine(deps, tx, { origin, ticket, estimate, channel, data: { bookingId: id, timing } })
  saveBooking(tx, booking, checkIn(booking, ticketId))
  tx.record({
    type: 'booking.checked_in',
    subject: id,
    version: booking.version + 1,
    origin,
    data: { date, band, topic, ticket: ticketId, timing, minutes },
  })
  if (visit !== null) keepVisitTicket(tx, origin, visit, ticket)
  return { ...issued, timing, appointmentAt: appointmentAt(booking) }
}

// A visit is booked before all of it is known: cases come from the phone, others are served meanwhile (V93).
function topicNow(tx: Tx, { visit, topic }: Booking): TopicKey {
  return visit === null ? topic : topicOf(tx, waitingOf(readVisitOn(tx, visit)))
}
