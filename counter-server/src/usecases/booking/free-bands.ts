import type { BookingId, TopicKey } from '@counter/shared/vocabulary/ids'
import { addDays, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { bandsOf, roomFor, type TopicLoad } from '../../domain/booking/bands.ts'
import {
  appointmentAt,
  type BookingSettings,
  bookingSettings,
  type Place,
} from '../../domain/booking/booking.ts'
import { isWorkingDay, sessionsOn } from '../../domain/calendar/working-calendar.ts'
import { shrunkMean } from '../../domain/queue/service-time.ts'
import { Refusal } from '../../domain/refusal.ts'
import { countBooked, countEnds } from '../../store/bookings.ts'
import { findCalendar } from '../../store/calendars.ts'
import { findTopics, findWindows } from '../../store/hall.ts'
import { findServiceMinutes } from '../../store/outlook.ts'
import { readSettings } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { todayOf } from '../hall/hall-now.ts'

const RECENT_DAYS = 84
const FAR = 60
const TOLD = 3

export interface FreeBand {
  readonly band: PlainTime
  readonly room: number
}

/** One working day with the bands that have not begun (Q38). */
export interface FreeDay {
  readonly date: PlainDate
  readonly bands: readonly FreeBand[]
}

/** The settings of bookings as they stand. */
export function readBookingSettings(tx: Tx): BookingSettings {
  return bookingSettings(readSettings(tx))
}

/** Today and the working days after it, with the room of each band for a topic. Refuses `topic.not_found`, `topic.no_window`. */
export function readFreeDays(tx: Tx, topic: TopicKey): FreeDay[] {
  const settings = readBookingSettings(tx)
  const rooms = roomsOf(tx, topic, settings, null)
  return offeredDays(tx, settings)
    .map((date) => ({ date, bands: rooms(date) }))
    .filter(({ bands }) => bands.length > 0)
}

/**
 * A place that can be booked now, by its room in the transaction that takes it, so that of two racers one wins (Q38).
 * Refuses `booking.not_offered`, and `booking.slot_full` with bands that are free.
 */
export function requireRoom(tx: Tx, { date, band, topic }: Place, except: BookingId | null): void {
  const settings = readBookingSettings(tx)
  const rooms = roomsOf(tx, topic, settings, except)
  if (!offeredDays(tx, settings).includes(date)) throw new Refusal('booking.not_offered')
  requireBand(rooms(date), band)
}

/** Refuses what is no band of a day, and a full one with those next to it that are free. */
export function requireBand(bands: readonly FreeBand[], band: PlainTime): void {
  const wanted = bands.find((each) => each.band === band)
  if (wanted === undefined) throw new Refusal('booking.not_offered')
  if (wanted.room > 0) return
  const free = bands.filter(({ room }) => room > 0).map((each) => each.band)
  throw new Refusal('booking.slot_full', { free: nearest(free, band).join('、') })
}

function nearest(bands: readonly PlainTime[], to: PlainTime): readonly PlainTime[] {
  const after = bands.filter((band) => band > to)
  return [...after, ...bands.filter((band) => band < to).toReversed()].slice(0, TOLD)
}

/** Today, if the hall is open on it, and the working days after it that can be booked. */
export function offeredDays(tx: Tx, { daysAhead }: BookingSettings): PlainDate[] {
  const calendar = findCalendar(tx)
  const today = todayOf(tx)
  const later = Array.from({ length: FAR }, (_, place) => addDays(today, place + 1))
  const working = later.filter((day) => isWorkingDay(calendar, day)).slice(0, daysAhead)
  return isWorkingDay(calendar, today) ? [today, ...working] : working
}

function roomsOf(
  tx: Tx,
  topic: TopicKey,
  settings: BookingSettings,
  except: BookingId | null,
): (date: PlainDate) => FreeBand[] {
  const loads = loadsOf(tx)
  const own = loads.get(topic)
  if (own === undefined) throw new Refusal('topic.not_found')
  if (own.windows.size === 0) throw new Refusal('topic.no_window')
  const noShowRate = settings.overbook ? rateOfNoShows(tx) : 0
  return (date) => {
    const counts = countBooked(tx, date, except)
    return comingBands(tx, date).map((band) => {
      const booked = new Map(counts.filter((each) => each.band === band).map((each) => [each.topic, each.n]))
      return { band, room: roomFor(topic, { loads, booked, noShowRate }, settings) }
    })
  }
}

/** The bands of a day that have not begun. */
export function comingBands(tx: Tx, date: PlainDate): PlainTime[] {
  return bandsOf(sessionsOn(findCalendar(tx), date)).filter(
    (band) => toMs(appointmentAt({ date, band })) > toMs(tx.at),
  )
}

function loadsOf(tx: Tx): Map<TopicKey, TopicLoad> {
  const windows = tx.kept('windows', () => findWindows(tx, todayOf(tx)))
  const since = instantOf(toMs(tx.at) - RECENT_DAYS * 86_400_000)
  return new Map(
    findTopics(tx).map(({ topic, serviceMinutes }) => [
      topic,
      {
        windows: new Set(windows.filter(({ services }) => services.has(topic)).map(({ window }) => window)),
        meanMinutes: shrunkMean({
          configuredMean: serviceMinutes,
          observed: findServiceMinutes(tx, topic, since).map(({ service }) => service),
        }),
      },
    ]),
  )
}

function rateOfNoShows(tx: Tx): number {
  const { arrived, noShow } = countEnds(tx, addDays(todayOf(tx), -RECENT_DAYS), todayOf(tx))
  return arrived + noShow === 0 ? 0 : noShow / (arrived + noShow)
}
