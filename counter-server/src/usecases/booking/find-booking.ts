import type { BookingId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { addDays } from '@counter/shared/vocabulary/plain-date'
import type { Booking } from '../../domain/booking/booking.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findBooking, findBookingByCode, findBookingByToken } from '../../store/bookings.ts'
import { hashToken, lookUp } from '../../store/crypto.ts'
import type { Tx } from '../../store/tx.ts'
import { todayOf } from '../hall/hall-now.ts'
import { personLookOf } from './person-look.ts'

/** The booking of a QR link, dead the day after its own (Q7). */
export function findBookingOfToken(tx: Tx, token: string): BookingId | null {
  const booking = findBookingByToken(tx, hashToken(token))
  return booking !== undefined && booking.date >= addDays(todayOf(tx), -1) ? booking.id : null
}

/** The booking of a code and the phone that booked. */
export function findBookingOfPerson(tx: Tx, code: string, phone: string): BookingId | null {
  return byCode(tx, code, personLookOf(tx, phone))
}

/** The booking of a code alone, which an enrolled kiosk and staff may ask (P41). */
export function findBookingOfCode(tx: Tx, code: string): BookingId | null {
  return byCode(tx, code, null)
}

/** One booking, or `booking.unknown`. */
export function requireBooking(tx: Tx, id: BookingId): Booking {
  const booking = findBooking(tx, id)
  if (booking === undefined) throw new Refusal('booking.unknown')
  return booking
}

function byCode(tx: Tx, code: string, personLook: string | null): BookingId | null {
  const codeLook = lookUp(tx.keys, 'booking_code', normalQueryCode(code))
  return findBookingByCode(tx, { codeLook, personLook, since: addDays(todayOf(tx), -1) })?.id ?? null
}
