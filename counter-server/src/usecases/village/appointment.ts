import type { Booking, Place } from '../../domain/booking/booking.ts'
import { agentHour, isInHour } from '../../domain/village/agent-hour.ts'
import { countBooked, findBookingsOfVisit } from '../../store/bookings.ts'
import type { Origin } from '../../store/origin.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { giveBack } from '../booking/booking-acts.ts'
import {
  comingBands,
  type FreeDay,
  offeredDays,
  readBookingSettings,
  requireBand,
} from '../booking/free-bands.ts'
import { todayOf } from '../hall/hall-now.ts'

/** The place at which a visit is awaited, today or later (V92). */
export function findAppointment(tx: Tx, visit: string): Booking | undefined {
  return findBookingsOfVisit(tx, visit).find(({ status }) => status === 'booked')
}

/** Its place of today; who is late on the day may still come (Q36). */
export function findAppointmentToday(tx: Tx, visit: string): Booking | undefined {
  const today = findBookingsOfVisit(tx, visit).filter(({ date }) => date === todayOf(tx))
  return today.find(({ status }) => status === 'booked') ?? today.find(({ status }) => status === 'no_show')
}

/** Who comes at another time, or with another list, does not keep the place from others. */
export function freeAppointment(tx: Tx, origin: Origin, visit: string): void {
  const booking = findAppointment(tx, visit)
  if (booking !== undefined) giveBack(tx, origin, booking)
}

/** The days of the agents' hour with how many visits each of its bands still takes; none while there is no such hour (V92). */
export function readHourDays(tx: Tx, except: Booking | undefined): FreeDay[] {
  const hour = agentHour(readSettings(tx))
  return offeredDays(tx, readBookingSettings(tx)).flatMap((date) => {
    const bands = comingBands(tx, date).filter((band) => isInHour(hour, { date, band }))
    if (bands.length === 0) return []
    const counts = countBooked(tx, date, except?.id ?? null)
    const taken = (band: string) =>
      counts.reduce((sum, each) => (each.band === band ? sum + each.visits : sum), 0)
    return [{ date, bands: bands.map((band) => ({ band, room: Math.max(0, hour.visits - taken(band)) })) }]
  })
}

/** A place of the agents' hour, by its room in the transaction that takes it. Refuses `booking.not_offered`, `booking.slot_full`. */
export function requireHourRoom(
  tx: Tx,
  { date, band }: Pick<Place, 'date' | 'band'>,
  except: Booking | undefined,
): void {
  requireBand(readHourDays(tx, except).find((day) => day.date === date)?.bands ?? [], band)
}
