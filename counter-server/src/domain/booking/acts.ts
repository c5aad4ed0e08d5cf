import type { TicketId } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { appointmentAt, type Booking, type BookingSettings, type Place } from './booking.ts'

/** A booking keeps its id and its secrets when it goes to another place (Q39). Refuses `booking.finished`. */
export function changeBooking(booking: Booking, { date, band, topic }: Place): Booking {
  requireBooked(booking)
  return { ...booking, date, band, topic, version: booking.version + 1 }
}

/** Gives the place back. Refuses `booking.finished`. */
export function cancelBooking(booking: Booking): Booking {
  requireBooked(booking)
  return { ...booking, status: 'cancelled', version: booking.version + 1 }
}

/** True when nobody has checked in and the time for it is over; the place is free again (Q39). */
export function isOverdue(booking: Booking, now: Instant, settings: BookingSettings): boolean {
  return booking.status === 'booked' && toMs(now) > toMs(appointmentAt(booking)) + settings.lateMs
}

/** Nobody has come (Q39). */
export function missBooking(booking: Booking): Booking {
  return { ...booking, status: 'no_show', version: booking.version + 1 }
}

/** Refuses `booking.other_day` with the day, and `booking.finished`; who is late on the day may still come (Q36, Q39). */
export function requireToCheckIn(booking: Booking, today: PlainDate): void {
  if (booking.status === 'arrived' || booking.status === 'cancelled') throw finished(booking)
  if (booking.date !== today) throw new Refusal('booking.other_day', { d: booking.date })
}

/** The holder is here, and has this ticket. */
export function checkIn(booking: Booking, ticket: TicketId): Booking {
  return { ...booking, status: 'arrived', ticket, version: booking.version + 1 }
}

function requireBooked(booking: Booking): void {
  if (booking.status !== 'booked') throw finished(booking)
}

function finished({ status }: Booking): Refusal {
  return new Refusal('booking.finished', { status })
}
