import { changeBooking } from '../../domain/booking/acts.ts'
import type { Place } from '../../domain/booking/booking.ts'
import { Refusal } from '../../domain/refusal.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { findLastVisit } from '../../store/village-visits.ts'
import { keepChange } from '../booking/booking-acts.ts'
import type { FreeDay } from '../booking/free-bands.ts'
import { writeBooking } from '../booking/make-booking.ts'
import type { Deps } from '../deps.ts'
import { findAppointment, freeAppointment, readHourDays, requireHourRoom } from './appointment.ts'
import { readVisitOn, type VisitPage, waitingOf } from './read-visit.ts'
import type { VillageAgent } from './village-agent.ts'
import { requireServices, topicOf } from './visit-ticket.ts'

/** The times of the agents' hour at which this visit can come; none while there is no such hour (V92). */
export function readVisitTimes(
  { store }: Pick<Deps, 'store'>,
  { staff }: Pick<VillageAgent, 'staff'>,
  id: string,
): FreeDay[] {
  return store.read((tx) => {
    requireOwn(tx, staff, id)
    return readHourDays(tx, findAppointment(tx, id))
  })
}

/**
 * The visit is awaited at a time of the agents' hour, or at another one than before (V92, Q39). Refuses `booking.not_offered`,
 * `booking.slot_full`, `ticket.batch_too_large`, `visit.has_ticket`, `visit.done`, `visit.replaced`.
 */
export function bookVisit(
  deps: Deps,
  { origin, staff }: VillageAgent,
  { visit: id, ...place }: Pick<Place, 'date' | 'band'> & { readonly visit: string },
): Promise<VisitPage> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'visit.book', subject: id, content: place }, () => {
      const { visit, cases } = requireOwn(tx, staff, id)
      // What no phone shows any more would keep a place that nobody gives back.
      if (findLastVisit(tx, visit.village) !== id) throw new Refusal('visit.replaced')
      const weight = requireServices(tx, id)
      const { maxWeight } = deps.queue(tx)
      if (weight > maxWeight) throw new Refusal('ticket.batch_too_large', { n: maxWeight })
      const before = findAppointment(tx, id)
      requireHourRoom(tx, place, before)
      const topic = topicOf(tx, waitingOf({ cases }))
      if (before !== undefined)
        keepChange(tx, origin, before, { ...changeBooking(before, { ...place, topic }), weight })
      else {
        const taken = {
          origin,
          place: { ...place, topic },
          phone: null,
          channel: 'phone',
          movedFrom: null,
        } as const
        writeBooking(deps, tx, { ...taken, visit: { id, weight } })
      }
      return readVisitOn(tx, id)
    }),
  )
}

/** The place is free for another agent (Q39). */
export function unbookVisit(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: VillageAgent,
  id: string,
): Promise<VisitPage> {
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.unbook', subject: id, content: {} }, () => {
      requireOwn(tx, staff, id)
      freeAppointment(tx, origin, id)
      return readVisitOn(tx, id)
    }),
  )
}

function requireOwn(tx: Tx, { village }: VillageAgent['staff'], id: string): VisitPage {
  const page = readVisitOn(tx, id)
  if (page.visit.village !== village) throw new Refusal('visit.not_found')
  return page
}
