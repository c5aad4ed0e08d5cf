import type { BookingChannel } from '@counter/shared/vocabulary/booking'
import { isPhone, maskPhone } from '@counter/shared/vocabulary/identity'
import type { BookingId, TicketId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import { type Booking, bookingSettings, type Place } from '../../domain/booking/booking.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findLiveOfPerson, insertBooking } from '../../store/bookings.ts'
import { hashToken, lookUp, newCode, newToken } from '../../store/crypto.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { requireRoom } from './free-bands.ts'
import { personLookOf } from './person-look.ts'

export interface MakeBooking {
  readonly origin: Origin
  readonly place: Place
  /** Null only at the desk, for somebody without a phone. */
  readonly phone: string | null
  readonly channel: Exclude<BookingChannel, 'moved'>
}

/** A booking with what is told once: the token of its QR link and its code, kept as hashes (Q7). */
export interface Booked {
  readonly booking: Booking
  readonly token: string
  readonly code: string
}

/**
 * A place in a band is taken, checked in the same transaction (Q38). Refuses `booking.slot_full`, `booking.not_offered`,
 * `booking.already_made`, `booking.limit`, `contact.phone`.
 */
export function makeBooking(deps: Deps, { origin, place, phone, channel }: MakeBooking): Promise<Booked> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'booking.make', subject: place.topic, content: { ...place, phone } }, () =>
      takePlace(deps, tx, { origin, place, phone, channel, movedFrom: null }),
    ),
  )
}

/** One live booking of a person for a date and a topic, and a few in all (queue.md 1). */
function requirePerson(tx: Tx, phone: string, { date, topic }: Place): void {
  if (!isPhone(phone)) throw new Refusal('contact.phone')
  const others = findLiveOfPerson(tx, personLookOf(tx, phone))
  if (others.some((other) => other.date === date && other.topic === topic))
    throw new Refusal('booking.already_made', { d: date })
  const { maxPerPerson } = bookingSettings(readSettings(tx))
  if (others.length >= maxPerPerson) throw new Refusal('booking.limit', { n: maxPerPerson })
}

interface TakePlace {
  readonly origin: Origin
  readonly place: Place
  readonly phone: string | null
  readonly channel: BookingChannel
  readonly movedFrom: TicketId | null
  /** The agent's visit that comes, and its services (V92). */
  readonly visit?: { readonly id: string; readonly weight: number }
}

/** A place with room for one more, in the caller's transaction. Refuses as `makeBooking`. */
export function takePlace(deps: Deps, tx: Tx, taken: TakePlace): Booked {
  const { place, phone } = taken
  if (phone !== null) requirePerson(tx, phone, place)
  requireRoom(tx, place, null)
  return writeBooking(deps, tx, taken)
}

/** Writes a new booking with its secrets and its event; whether there is room is the caller's to ask. */
export function writeBooking({ newId }: Pick<Deps, 'newId'>, tx: Tx, taken: TakePlace): Booked {
  const { origin, place, phone, channel, movedFrom, visit = null } = taken
  const { date, band, topic } = place
  const token = newToken(16)
  const code = newCode()
  const booking: Booking = {
    id: newId() as BookingId,
    date,
    band,
    topic,
    status: 'booked',
    channel,
    phoneMasked: phone === null ? null : maskPhone(phone),
    ticket: null,
    movedFrom,
    version: 1,
    visit: visit?.id ?? null,
    weight: visit?.weight ?? 1,
  }
  insertBooking(tx, booking, {
    personLook: phone === null ? null : personLookOf(tx, phone),
    codeLook: lookUp(tx.keys, 'booking_code', normalQueryCode(code)),
    tokenHash: hashToken(token),
  })
  const data = {
    date,
    band,
    topic,
    channel,
    ...(movedFrom === null ? {} : { movedFrom }),
    ...(visit === null ? {} : { visit: visit.id, weight: visit.weight }),
  }
  tx.record({ type: 'booking.made', subject: booking.id, version: 1, origin, data })
  return { booking, token, code }
}
