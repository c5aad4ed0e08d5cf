import { type Answer, newCommandId, readOnce, sendCommand } from '@counter/shared/client/commands'
import {
  Booking,
  type BookingSecret,
  BookingTaken,
  BookingTopics,
  FreeBands,
} from '@counter/shared/contract/public/booking'
import type { CommandId } from '@counter/shared/vocabulary/ids'

/** A day, a band and a matter, as the server names them. */
export interface Place {
  readonly topic: string
  readonly date: string
  readonly band: string
}

export function readTopics(): Promise<Answer<BookingTopics>> {
  return readOnce('/api/bookings/topics', BookingTopics, 'track')
}

export function readFree(topic: string): Promise<Answer<FreeBands>> {
  return readOnce(`/api/bookings/free?topic=${topic}`, FreeBands, 'track')
}

/** Books. The id is the form's: pressing again after silence asks for the same place (U14). */
export function takeBooking(
  { commandId, phone, onChecking }: { commandId: CommandId; phone: string; onChecking: () => void },
  place: Place,
): Promise<Answer<BookingTaken>> {
  const body = { commandId, phone, ...place }
  return sendCommand('/api/bookings/take', body, BookingTaken, { door: 'track', onChecking })
}

export function findOwn(secret: BookingSecret): Promise<Answer<Booking>> {
  return readOnce('/api/bookings/own', Booking, 'track', secret)
}

export function changeOwn(token: string, place: Place): Promise<Answer<Booking>> {
  const body = { commandId: newCommandId(), token, ...place }
  return sendCommand('/api/bookings/own/change', body, Booking, { door: 'track' })
}

export function cancelOwn(token: string): Promise<Answer<Booking>> {
  const body = { commandId: newCommandId(), token }
  return sendCommand('/api/bookings/own/cancel', body, Booking, { door: 'track' })
}
