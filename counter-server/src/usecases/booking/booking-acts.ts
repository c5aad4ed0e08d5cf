import type { BookingId } from '@counter/shared/vocabulary/ids'
import { cancelBooking, changeBooking } from '../../domain/booking/acts.ts'
import type { Booking, Place } from '../../domain/booking/booking.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hasOtherBooking, saveBooking } from '../../store/bookings.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { requireBooking } from './find-booking.ts'
import { requireRoom } from './free-bands.ts'

interface BookingCommand {
  readonly origin: Origin
  readonly id: BookingId
}

/** Another day, band or matter under the same id and secrets; the room is checked in the same transaction, its own place left out (Q39). Refuses `booking.of_visit`. */
export function changePlace(
  deps: Deps,
  { origin, id, place }: BookingCommand & { place: Place },
): Promise<Booking> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'booking.change', subject: id, content: { id, ...place } }, () => {
      const before = requireBooking(tx, id)
      // An agents' hour has room of its own, which only the agent's own act asks for (V92).
      if (before.visit !== null) throw new Refusal('booking.of_visit')
      const after = changeBooking(before, place)
      requireRoom(tx, place, id)
      if (hasOtherBooking(tx, after)) throw new Refusal('booking.already_made', { d: place.date })
      return keepChange(tx, origin, before, after)
    }),
  )
}

/** A booking at another place, with its event. */
export function keepChange(tx: Tx, origin: Origin, before: Booking, after: Booking): Booking {
  const { date, band, topic, weight } = after
  saveBooking(tx, before, after)
  tx.record({
    type: 'booking.changed',
    subject: after.id,
    version: after.version,
    origin,
    data: {
      ...{ date, band, topic, from: { date: before.date, band: before.band, topic: before.topic } },
      ...(after.visit === null ? {} : { weight }),
    },
  })
  return after
}

/** The place is free for somebody else (Q39). */
export function cancelPlace(deps: Deps, { origin, id }: BookingCommand): Promise<Booking> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'booking.cancel', subject: id, content: { id } }, () =>
      giveBack(tx, origin, requireBooking(tx, id)),
    ),
  )
}

/** A booking that is given back, with its event. Refuses `booking.finished`. */
export function giveBack(tx: Tx, origin: Origin, before: Booking): Booking {
  const after = cancelBooking(before)
  const { id, date, band, topic, version } = after
  saveBooking(tx, before, after)
  tx.record({ type: 'booking.cancelled', subject: id, version, origin, data: { date, band, topic } })
  return after
}
