import * as z from 'zod/mini'

const date = z.iso.date()
const band = z.string().check(z.regex(/^[0-2]\d:[0-5]\d$/))
const topic = z.string().check(z.regex(/^[a-z]{2,20}$/))
const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
const phone = z.string().check(z.maxLength(20))
const code = z.string().check(z.maxLength(20))

/** `GET /api/bookings/topics`: what can be booked, whom to ask, and how many minutes early or late one may come (Q36). */
export const BookingTopics = z.object({
  centre: z.object({ name: z.string(), address: z.string(), consultPhone: z.string() }),
  topics: z.array(z.object({ topic, unitName: z.string() })),
  times: z.object({ early: z.number(), late: z.number() }),
})
export type BookingTopics = z.infer<typeof BookingTopics>

export const FreeQuery = z.strictObject({ topic })
/** `GET /api/bookings/free`: the bands that have not begun; only whether one is free, never how many came (Q38). */
export const FreeBands = z.object({
  days: z.array(z.object({ date, bands: z.array(z.object({ band, isFree: z.boolean() })) })),
})
export type FreeBands = z.infer<typeof FreeBands>

/** One booking for whoever holds its secret. */
export const Booking = z.object({
  date,
  band,
  topic,
  status: z.enum(['booked', 'arrived', 'no_show', 'cancelled']),
  /** `138****5678`. */
  phone: z.nullable(z.string()),
})
export type Booking = z.infer<typeof Booking>

/** `POST /api/bookings/take`: no name, no card; the phone number says that one person books once (Q36). */
export const TakeBookingBody = z.strictObject({ commandId: z.uuidv7(), topic, date, band, phone })
/** Token and code are told once (Q7). */
export const BookingTaken = z.object({ booking: Booking, token, code: z.string(), link: z.string() })
export type BookingTaken = z.infer<typeof BookingTaken>

/** `POST /api/bookings/own`: the token of the link, or code and phone; the code alone only at an enrolled kiosk (P41). */
export const BookingSecret = z.union([z.strictObject({ token }), z.strictObject({ code, phone })])
export type BookingSecret = z.infer<typeof BookingSecret>
export const ChangeOwnBody = z.strictObject({ commandId: z.uuidv7(), token, topic, date, band })
export const CancelOwnBody = z.strictObject({ commandId: z.uuidv7(), token })
