import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Booking } from '../../domain/booking/booking.ts'
import { findBookingsOfDay } from '../../store/bookings.ts'
import { findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findVisit } from '../../store/village-visits.ts'

/** A booking with the village whose visit it is; null for everybody else (V92). */
export interface ListedBooking {
  readonly booking: Booking
  readonly visitFrom: string | null
}

/** The bookings of a day, as the desk lists them. */
export function readBookings(tx: Tx, date: PlainDate): ListedBooking[] {
  return findBookingsOfDay(tx, date).map((booking) => listedBooking(tx, booking))
}

/** One booking, as the desk lists it. */
export function listedBooking(tx: Tx, booking: Booking): ListedBooking {
  const village = booking.visit === null ? undefined : findVisit(tx, booking.visit)?.village
  const named = village && findVillages(tx).find(({ code }) => code === village)
  return { booking, visitFrom: named?.name ?? null }
}
