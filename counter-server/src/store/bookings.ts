import type { BookingId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { and, asc, count, eq, getTableColumns, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { appointmentAt, type Booking } from '../domain/booking/booking.ts'
import type { BookingAhead } from '../domain/queue/order.ts'
import { seal, unseal } from './crypto.ts'
import { booking } from './schema/booking.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

const {
  personLook: _person,
  codeLook: _code,
  tokenHash: _hash,
  madeAt: _made,
  ...open
} = getTableColumns(booking)

type BookingRow = Omit<Booking, 'phoneMasked'> & { readonly phoneEnc: Buffer | null }

function toRow(tx: Tx, { phoneMasked, ...rest }: Booking): BookingRow {
  return { ...rest, phoneEnc: phoneMasked === null ? null : seal(tx.keys, placeOf(rest), phoneMasked) }
}

function toBooking(tx: Tx, { phoneEnc, ...rest }: BookingRow): Booking {
  return {
    ...rest,
    phoneMasked: phoneEnc === null ? null : unseal(tx.keys, placeOf(rest), phoneEnc).toString('utf8'),
  }
}

function readBookings(tx: Tx, where: SQL | undefined): Booking[] {
  const rows = tx.query.select(open).from(booking).where(where).orderBy(asc(booking.band)).limit(1000).all()
  return rows.map((row) => toBooking(tx, row))
}

function placeOf({ id }: Pick<Booking, 'id'>): string {
  return `booking:${id}`
}

export interface BookingSecrets {
  /** Null for somebody without a phone: nobody can say who that is. */
  readonly personLook: string | null
  readonly codeLook: string
  readonly tokenHash: string
}

export function insertBooking(tx: Tx, value: Booking, secrets: BookingSecrets): void {
  tx.query
    .insert(booking)
    .values({ ...toRow(tx, value), ...secrets, madeAt: tx.at })
    .run()
}

/** Compare-and-set on the version, as with tickets (Q16). */
export function saveBooking(tx: Tx, before: Booking, after: Booking): void {
  const { changes } = tx.query
    .update(booking)
    .set(toRow(tx, after))
    .where(and(eq(booking.id, before.id), eq(booking.version, before.version)))
    .run()
  if (changes !== 1) throw new Error(`booking ${after.id} changed under a transaction`)
}

export function findBooking(tx: Tx, id: BookingId): Booking | undefined {
  return readBookings(tx, eq(booking.id, id))[0]
}

export function findBookingByToken(tx: Tx, tokenHash: string): Booking | undefined {
  return readBookings(tx, eq(booking.tokenHash, tokenHash))[0]
}

/** The booking of a printed code from `since` on; with `personLook` only that person's. */
export function findBookingByCode(
  tx: Tx,
  { codeLook, personLook, since }: { codeLook: string; personLook: string | null; since: PlainDate },
): Booking | undefined {
  const isPersons = personLook === null ? undefined : eq(booking.personLook, personLook)
  return readBookings(tx, and(eq(booking.codeLook, codeLook), gte(booking.date, since), isPersons))[0]
}

/** The live bookings of one person: one per date and topic, a few in all. */
export function findLiveOfPerson(tx: Tx, personLook: string): Booking[] {
  return readBookings(tx, and(eq(booking.personLook, personLook), sql`${booking.status} = 'booked'`))
}

/** True when the person of a booking has another live one for that date and topic (queue.md 1). */
export function hasOtherBooking(
  tx: Tx,
  { id, date, topic }: Pick<Booking, 'id' | 'date' | 'topic'>,
): boolean {
  const found = tx.sql
    .prepare(
      `SELECT 1 FROM booking AS own JOIN booking AS other ON other.person_look = own.person_look
       WHERE own.id = ? AND other.id <> own.id AND other.status = 'booked' AND other.date = ? AND other.topic = ? LIMIT 1`,
    )
    .get(id, date, topic)
  return found !== undefined
}

/** The places that an agent's visit has had (V92). */
export function findBookingsOfVisit(tx: Tx, visit: string): Booking[] {
  return readBookings(tx, eq(booking.visit, visit))
}

/** The appointment by which the number of an agent's visit waits; null for every other number (V92). */
export function findAppointmentOf(
  tx: Tx,
  { id, cls }: { readonly id: TicketId; readonly cls: TicketClass },
): Instant | null {
  if (cls !== 'appointment') return null
  const found = readBookings(tx, eq(booking.ticket, id))[0]
  return found === undefined || found.visit === null ? null : appointmentAt(found)
}

/** The bookings of a day in order of their bands. */
export function findBookingsOfDay(tx: Tx, date: PlainDate): Booking[] {
  return readBookings(tx, eq(booking.date, date))
}

export interface BookedCount {
  readonly band: PlainTime
  readonly topic: TopicKey
  /** Services: an agent's visit has as many as cases (Q9). */
  readonly n: number
  /** Visits of agents among them (V92). */
  readonly visits: number
}

/** How many services hold a place in each band of a day; who has arrived still holds it, who cancelled or did not come does not (Q39). */
export function countBooked(tx: Tx, date: PlainDate, except: BookingId | null): BookedCount[] {
  return tx.query
    .select({
      band: booking.band,
      topic: booking.topic,
      n: sql<number>`sum(${booking.weight})`,
      visits: count(booking.visit),
    })
    .from(booking)
    .where(
      and(
        eq(booking.date, date),
        inArray(booking.status, ['booked', 'arrived']),
        except === null ? undefined : sql`${booking.id} <> ${except}`,
      ),
    )
    .groupBy(booking.band, booking.topic)
    .limit(2000)
    .all()
}

const stillToCome = statement((query) =>
  query
    .select({ topic: booking.topic, date: booking.date, band: booking.band, weight: booking.weight })
    .from(booking)
    .where(and(eq(booking.date, sql.placeholder('date')), sql`${booking.status} = 'booked'`))
    .orderBy(asc(booking.band))
    .limit(1000)
    .prepare(),
)

/** Who is still to come on a day, each service of an agent's visit on its own (QT21, Q9). */
export function findBookingsAhead(tx: Tx, date: PlainDate): BookingAhead[] {
  return stillToCome(tx)
    .all({ date })
    .flatMap(({ topic, weight, ...place }) =>
      Array.from({ length: weight }, () => ({ topic, at: appointmentAt(place) })),
    )
}

/** Bookings of `date` or before it that still wait for their holders (Q39). */
export function findOpenBookings(tx: Tx, date: PlainDate): Booking[] {
  return readBookings(tx, and(sql`${booking.date} <= ${date}`, sql`${booking.status} = 'booked'`))
}

/** Bookings of the last days by how they ended, for the rate of those who do not come (Q38). */
export function countEnds(tx: Tx, since: PlainDate, before: PlainDate): { arrived: number; noShow: number } {
  const rows = tx.query
    .select({ status: booking.status, n: count() })
    .from(booking)
    .where(and(gte(booking.date, since), lt(booking.date, before)))
    .groupBy(booking.status)
    .limit(10)
    .all()
  const of = (status: Booking['status']) => rows.find((row) => row.status === status)?.n ?? 0
  return { arrived: of('arrived'), noShow: of('no_show') }
}

/** After its day nobody needs to know who had booked. */
export function forgetPersons(tx: Tx, before: PlainDate): void {
  tx.query
    .update(booking)
    .set({ personLook: null, phoneEnc: null })
    .where(and(lt(booking.date, before), isNotNull(booking.personLook)))
    .run()
}
