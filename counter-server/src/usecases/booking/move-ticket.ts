import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { Place } from '../../domain/booking/booking.ts'
import type { Party } from '../../domain/queue/lifecycle.ts'
import { moveTicket } from '../../domain/queue/moving.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { isOfVisit } from '../../store/village-visits.ts'
import type { Deps } from '../deps.ts'
import { silence } from '../hall/announce.ts'
import { requireToday, requireVersion } from '../hall/require-ticket.ts'
import { saveDecision } from '../hall/save-decision.ts'
import { type Booked, takePlace } from './make-booking.ts'

export interface MoveTicket {
  readonly origin: Origin
  /** The window where the clerk is on duty; null without one, as for the supervisor. */
  readonly window: number | null
  readonly ticket: TicketId
  readonly expectedVersion: number | null
  readonly to: Pick<Place, 'date' | 'band'>
  readonly phone: string | null
  readonly reason: string
}

/** A number that this day cannot serve becomes a booking of the same matter, both in one transaction (Q42). Refuses `ticket.of_visit` of an agent's visit. */
export function moveToBooking(deps: Deps, command: MoveTicket): Promise<Booked> {
  const { origin, window, ticket: id, expectedVersion, to, phone, reason } = command
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'ticket.move', subject: id, content: { id, to, phone, reason } }, () => {
      if (window === null && origin.role !== 'supervisor') throw new Refusal('window.not_open', { w: '' })
      const before = requireToday(tx, id)
      requireVersion(before, expectedVersion)
      // A booking made here is of one resident; a visit asks for its next number by its own code (V91).
      if (isOfVisit(tx, id)) throw new Refusal('ticket.of_visit')
      const booked = takePlace(deps, tx, {
        origin,
        place: { ...to, topic: before.topic },
        phone,
        channel: 'moved',
        movedFrom: id,
      })
      const by: Party = window === null ? { kind: 'supervisor' } : { kind: 'window', window }
      const target = { kind: 'booking', id: booked.booking.id } as const
      saveDecision(tx, origin, before, moveTicket(before, by, { target, reason }))
      silence(tx, origin, before)
      return booked
    }),
  )
}
