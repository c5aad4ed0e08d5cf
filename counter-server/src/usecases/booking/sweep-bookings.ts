import { isOverdue, missBooking } from '../../domain/booking/acts.ts'
import { bookingSettings } from '../../domain/booking/booking.ts'
import { findOpenBookings, forgetPersons, saveBooking } from '../../store/bookings.ts'
import type { Origin } from '../../store/origin.ts'
import { readSettings } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from '../hall/hall-now.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }

/** Frees the places of those who did not check in in time (Q39), and forgets who booked for days that are over. */
export function sweepBookings(deps: Deps): Promise<number> {
  return deps.store.write((tx) => {
    const settings = bookingSettings(readSettings(tx))
    const overdue = findOpenBookings(tx, todayOf(tx)).filter((booking) => isOverdue(booking, tx.at, settings))
    for (const booking of overdue) {
      const missed = missBooking(booking)
      saveBooking(tx, booking, missed)
      const { id, date, band, topic } = booking
      tx.record({
        type: 'booking.no_show',
        subject: id,
        version: missed.version,
        origin: SYSTEM,
        data: { date, band, topic },
      })
    }
    forgetPersons(tx, todayOf(tx))
    return overdue.length
  })
}
