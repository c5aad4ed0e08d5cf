import type { BookingMade, CheckedIn, DeskBooking, RemainingNumber } from '@counter/shared/contract/booking'
import type {
  BookingTaken,
  BookingTopics,
  FreeBands,
  Booking as PublicBooking,
} from '@counter/shared/contract/public/booking'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import { appointmentAt, type Booking, type BookingSettings } from '../domain/booking/booking.ts'
import type { CheckedIn as Arrived } from '../usecases/booking/check-in.ts'
import type { FreeDay } from '../usecases/booking/free-bands.ts'
import type { Booked } from '../usecases/booking/make-booking.ts'
import type { ListedBooking } from '../usecases/booking/read-bookings.ts'
import type { RemainingNumber as Remaining } from '../usecases/hall/read-remaining.ts'
import type { CentreFacts } from '../usecases/township/read-centre.ts'
import { toIssuedTicket } from './hall-views.ts'

const MINUTE_MS = 60_000

export function toBookingTopics(
  { name, address, consultPhone, topics }: CentreFacts,
  { earlyMs, lateMs }: BookingSettings,
): BookingTopics {
  return {
    times: { early: earlyMs / MINUTE_MS, late: lateMs / MINUTE_MS },
    centre: { name, address, consultPhone },
    topics: topics.map(({ topic, unitName }) => ({ topic, unitName })),
  }
}

/** Whether a band is free, and no more: how many have booked is nobody's business (Q38). */
export function toFreeBands(days: readonly FreeDay[]): FreeBands {
  return {
    days: days.map(({ date, bands }) => ({
      date,
      bands: bands.map(({ band, room }) => ({ band, isFree: room > 0 })),
    })),
  }
}

export function toPublicBooking({ date, band, topic, status, phoneMasked }: Booking): PublicBooking {
  return { date, band, topic, status, phone: phoneMasked }
}

export function toBookingTaken({ booking, token, code }: Booked, publicUrl: string): BookingTaken {
  return {
    booking: toPublicBooking(booking),
    token,
    code: printedQueryCode(code),
    link: linkOf(token, publicUrl),
  }
}

export function toDeskBooking(booking: Booking): DeskBooking {
  const { id, topic, date, band, status, channel, phoneMasked, ticket, version, visit = null } = booking
  return {
    id,
    topic,
    date,
    band,
    at: appointmentAt(booking),
    status,
    channel,
    phone: phoneMasked,
    ...(visit === null ? {} : { visitOf: booking.weight }),
    ticketId: ticket,
    version,
  }
}

export function toListedBooking({ booking, visitFrom }: ListedBooking): DeskBooking {
  return { ...toDeskBooking(booking), ...(visitFrom === null ? {} : { visitFrom }) }
}

export function toBookingMade({ booking, token, code }: Booked, publicUrl: string): BookingMade {
  return { booking: toDeskBooking(booking), code: printedQueryCode(code), link: linkOf(token, publicUrl) }
}

export function toCheckedIn(arrived: Arrived, publicUrl: string): CheckedIn {
  return { ticket: toIssuedTicket(arrived, publicUrl), timing: arrived.timing, at: arrived.appointmentAt }
}

function linkOf(token: string, publicUrl: string): string {
  return `${publicUrl}/book#${token}`
}

export function toRemainingNumber({ ticket, next }: Remaining): RemainingNumber {
  const { id: ticketId, number, topic, version } = ticket
  return { ticketId, number, topic, version, next: next && { date: next.date, band: next.band } }
}
