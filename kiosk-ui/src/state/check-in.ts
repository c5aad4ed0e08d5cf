import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { CheckedIn } from '@counter/shared/contract/booking'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import { asDevice } from '../device.ts'
import { printTicket } from './kiosk-acts.ts'
import { tell } from './kiosk-store.ts'

export type BookingSecret = { readonly token: string } | { readonly code: string }

/** The secret of a scanned booking's link; null when it is something else. */
export function bookingLink(text: string): string | null {
  return /\/book#([A-Za-z0-9_-]{22})$/.exec(text.trim())?.[1] ?? null
}

/**
 * 「签到」: the booking becomes a ticket, shown and printed as any other, to nobody but its holder: `isHere` is false once
 * the page that asked is left (U19). Why it was refused, or null.
 */
export async function checkIn(
  secret: BookingSecret,
  isHere: () => boolean,
): Promise<{ readonly code: string; readonly params: RefusalParams } | null> {
  const body = { commandId: newCommandId(), ...secret }
  const answer = await asDevice('kiosk', () =>
    sendCommand('/api/bookings/check-in', body, CheckedIn, { door: 'kiosk' }),
  )
  if (!answer.ok) return { code: answer.code, params: answer.params }
  const { ticket, timing, at } = answer.value
  // Another stands there now; the holder asks again by the same code.
  if (!isHere()) return null
  tell({ type: 'checked_in', ticket, booked: { timing, at } })
  await printTicket('ticket', ticket)
  return null
}
