import type { DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { requireRateable } from '../../domain/rating/rating.ts'
import { Refusal } from '../../domain/refusal.ts'
import { saveTabletWindow } from '../../store/devices.ts'
import { findHallWindowNames } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { findDevice } from '../../store/people.ts'
import { isRated } from '../../store/ratings.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import { findByStatus, findTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import { findLastServed } from '../../store/window-ratings.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from '../hall/hall-now.ts'
import { keepRating, type SaidOfService } from './rate-service.ts'

/** A visit is offered for so long after its end, and not once the next one has begun: whoever sits there then is somebody else. */
const OFFERED_MS = 5 * 60_000
/** Who has begun to write may end it. */
const TAKEN_MS = 15 * 60_000

/** What a tablet at a window shows: where it stands, or where it could, and the visit that may be rated now. */
export interface TabletFacts {
  readonly window: number | null
  readonly windows: readonly { readonly window: number; readonly name: string }[]
  readonly offer: { readonly ticketId: TicketId; readonly number: string } | null
}

export function readTablet({ store }: Pick<Deps, 'store'>, device: DeviceId): TabletFacts {
  return store.read((tx) => {
    const window = findDevice(tx, device)?.window ?? null
    if (window === null) return { window, windows: findHallWindowNames(tx), offer: null }
    return { window, windows: [], offer: offerAt(tx, window) }
  })
}

/** Says once where a tablet stands; to move it, it is enrolled anew. Refuses `device.forbidden`, `window.not_found`. */
export function placeTablet(
  { store }: Pick<Deps, 'store'>,
  { origin, device, window }: { readonly origin: Origin; readonly device: DeviceId; readonly window: number },
): Promise<{ readonly done: true }> {
  return store.write((tx) =>
    once(tx, { origin, name: 'device.place', subject: device, content: { device, window } }, () => {
      if ((findDevice(tx, device)?.window ?? null) !== null) throw new Refusal('device.forbidden')
      if (!findHallWindowNames(tx).some((known) => known.window === window))
        throw new Refusal('window.not_found')
      saveTabletWindow(tx, device, window)
      tx.record({ type: 'device.placed', subject: device, version: 1, origin, data: { window } })
      return { done: true as const }
    }),
  )
}

/**
 * The rating of the visit that ended last at the tablet's window, without its link (C1002, R-0). Refusals:
 * `device.forbidden` for any other visit, `rating.already_given`, `rating.not_yet`, `contact.phone`.
 */
export function rateAtWindow(
  { store, newId }: Deps,
  asked: {
    readonly origin: Origin
    readonly device: DeviceId
    readonly ticketId: TicketId
    readonly given: SaidOfService
  },
): Promise<{ readonly rectifyDays: number | null }> {
  const { origin, device, ticketId, given } = asked
  return store.write((tx) =>
    once(tx, { origin, name: 'rating.give', subject: 'rating', content: { ticketId, given } }, () => {
      const window = findDevice(tx, device)?.window ?? null
      const last = window === null ? null : findLastServed(tx, window, agoOf(tx, TAKEN_MS))
      if (last === null || last.id !== ticketId) throw new Refusal('device.forbidden')
      const subject = { kind: 'ticket', id: ticketId } as const
      const service = { doneAt: last.endedAt, isRated: isRated(tx, subject) }
      requireRateable(service, tx.at, findSetting(tx, 'rating.validity'))
      return keepRating(tx, { id: newId(), origin, subject, given })
    }),
  )
}

function offerAt(tx: Tx, window: number): TabletFacts['offer'] {
  const isServing = findByStatus(tx, todayOf(tx), ['serving']).some((ticket) => ticket.window === window)
  const last = isServing ? null : findLastServed(tx, window, agoOf(tx, OFFERED_MS))
  if (last === null || isRated(tx, { kind: 'ticket', id: last.id })) return null
  const ticket = findTicket(tx, last.id)
  return ticket?.status === 'served' ? { ticketId: ticket.id, number: ticket.number } : null
}

function agoOf(tx: Tx, ms: number) {
  return instantOf(toMs(tx.at) - ms)
}
