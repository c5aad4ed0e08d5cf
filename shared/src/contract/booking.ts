import { z } from 'zod'
import { BOOKING_CHANNELS, BOOKING_STATUSES } from '../vocabulary/booking.ts'
import {
  BookingIdField,
  CommandIdField,
  InstantField,
  PlainDateField,
  TicketIdField,
  TokenField,
  TopicKeyField,
  textField,
  VersionField,
} from './fields.ts'
import { IssuedTicket } from './hall.ts'

const BandField = z.string().regex(/^[0-2]\d:[0-5]\d$/)
const place = { topic: TopicKeyField, date: PlainDateField, band: BandField }

/** A booking as staff see it. */
export const DeskBooking = z.object({
  id: BookingIdField,
  ...place,
  at: InstantField,
  status: z.enum(BOOKING_STATUSES),
  channel: z.enum(BOOKING_CHANNELS),
  phone: z.string().nullable(),
  /** 代办 {n} 件: the services of an agent's visit; left out for everybody else (V92). */
  visitOf: z.int().positive().optional(),
  /** The village that it comes from, by which two of one band are told apart. */
  visitFrom: z.string().optional(),
  ticketId: TicketIdField.nullable(),
  version: VersionField,
})
export type DeskBooking = z.infer<typeof DeskBooking>

/** `GET /api/bookings?date=`: the bookings of a day in order of their bands. */
export const BookingQuery = z.strictObject({ date: PlainDateField })
export const BookingList = z.object({ items: z.array(DeskBooking), next: z.null() })
export type BookingList = z.infer<typeof BookingList>

/** `POST /api/bookings`: a clerk books for somebody, who need not have a phone. */
export const MakeBookingBody = z.strictObject({
  commandId: CommandIdField,
  ...place,
  phone: z.string().max(20).nullable(),
})
/** What is printed or read out: told once (Q7). */
export const BookingMade = z.object({
  booking: DeskBooking,
  code: z.string(),
  link: z.string(),
})
export type BookingMade = z.infer<typeof BookingMade>

export const FindBookingBody = z.strictObject({ code: z.string().max(20) })
export const ChangeBookingBody = z.strictObject({ commandId: CommandIdField, ...place })
export const PlainBookingBody = z.strictObject({ commandId: CommandIdField })

/** `POST /api/bookings/check-in` at a kiosk: the scanned link or the typed code (Q36). */
export const CheckInBody = z.union([
  z.strictObject({ commandId: CommandIdField, token: TokenField }),
  z.strictObject({ commandId: CommandIdField, code: z.string().max(20) }),
])
export const CheckedIn = z.object({
  ticket: IssuedTicket,
  timing: z.enum(['early', 'on_time', 'late']),
  at: InstantField,
})
export type CheckedIn = z.infer<typeof CheckedIn>

/** `GET /api/remaining`: numbers that today will likely not serve, in call order, each with the next place of its matter (Q42). */
export const RemainingNumber = z.object({
  ticketId: TicketIdField,
  number: z.string(),
  topic: TopicKeyField,
  version: VersionField,
  /** Null when nothing of that matter can be booked. */
  next: z.object({ date: PlainDateField, band: BandField }).nullable(),
})
export type RemainingNumber = z.infer<typeof RemainingNumber>
export const RemainingList = z.object({ items: z.array(RemainingNumber).max(50), next: z.null() })
export type RemainingList = z.infer<typeof RemainingList>

/** `POST /api/tickets/:id/move`: who cannot be served today comes to a band of another day or hour (Q42). */
export const MoveBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField.optional(),
  date: PlainDateField,
  band: BandField,
  phone: z.string().max(20).nullable(),
  reason: textField(200, 1),
})
