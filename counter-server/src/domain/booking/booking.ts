import type { BookingChannel, BookingStatus } from '@counter/shared/vocabulary/booking'
import type { BookingId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import { SETTINGS, type SettingKey, type SettingValue } from '@counter/shared/vocabulary/setting'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'

/** A place in a band of a day. It is no ticket and cannot be called; only check-in makes the ticket (Q36). */
export interface Booking {
  readonly id: BookingId
  readonly date: PlainDate
  /** When the band begins: the appointment. */
  readonly band: PlainTime
  readonly topic: TopicKey
  readonly status: BookingStatus
  readonly channel: BookingChannel
  /** `138****5678`, or null for somebody without a phone; the number itself is kept nowhere. */
  readonly phoneMasked: string | null
  /** The ticket that check-in made. */
  readonly ticket: TicketId | null
  /** The ticket that was moved here at the end of its day (Q42). */
  readonly movedFrom: TicketId | null
  readonly version: number
  /** The agent's visit that comes at this time; null for everybody else (V92). */
  readonly visit: string | null
  /** How many services come with it; 1 for everybody else. */
  readonly weight: number
}

/** Where and for what somebody comes. */
export type Place = Pick<Booking, 'date' | 'band' | 'topic'>

export interface BookingSettings {
  /** The part of the windows' time that can be booked (Q38). */
  readonly share: number
  /** On: a band takes more, as many as usually do not come (Q38). */
  readonly overbook: boolean
  readonly earlyMs: number
  readonly lateMs: number
  /** Today and so many working days after it. */
  readonly daysAhead: number
  /** Live bookings of one person on all days. */
  readonly maxPerPerson: number
}

const MINUTE = 60_000

/** The settings of bookings from wherever a value is kept. */
export function bookingSettings(read: <K extends SettingKey>(key: K) => SettingValue<K>): BookingSettings {
  return {
    share: read('appt.share') / 100,
    overbook: read('appt.overbook'),
    earlyMs: read('appt.early') * MINUTE,
    lateMs: read('appt.late') * MINUTE,
    daysAhead: read('appt.daysAhead'),
    maxPerPerson: 3,
  }
}

export const BOOKING_DEFAULTS: BookingSettings = bookingSettings(
  (key) => SETTINGS[key].default as SettingValue<typeof key>,
)

/** The moment of the appointment. */
export function appointmentAt({ date, band }: Pick<Booking, 'date' | 'band'>): Instant {
  return instantAt(date, band)
}
