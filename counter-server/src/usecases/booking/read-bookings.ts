import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Booking } from '../../domain/booking/booking.ts'
import { findBookingsOfDay } from '../../store/bookings.ts'
import type { Tx } from '../../store/tx.ts'

/** The bookings of a day, as the desk lists them. */
export function readBookings(tx: Tx, date: PlainDate): Booking[] {
  return findBookingsOfDay(tx, date)
}
