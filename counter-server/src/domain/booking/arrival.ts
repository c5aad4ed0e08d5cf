import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketClass } from '@counter/shared/vocabulary/ticket'
import type { Instant } from '@counter/shared/vocabulary/time'
import { callKeyOf } from '../queue/order.ts'
import type { QueueSettings } from '../queue/settings.ts'
import type { BookingSettings } from './booking.ts'

/** How a holder takes part in the line from check-in on; times in ms since 1970. */
export interface Arrival {
  readonly cls: TicketClass
  readonly baseTime: number
  readonly callKey: number
  readonly timing: 'early' | 'on_time' | 'late'
  /** After the appointment; below 0 before it. */
  readonly minutes: number
}

/**
 * Where a holder stands who checks in now: on time by the appointment, earlier by the better of that and a walk-in's
 * key, later as a walk-in. Never behind a walk-in of the same moment (Q36).
 */
export function arrivalOf(
  appointment: Instant,
  now: Instant,
  { queue, booking }: { queue: QueueSettings; booking: BookingSettings },
): Arrival {
  const due = toMs(appointment)
  const at = toMs(now)
  const minutes = Math.round((at - due) / 60_000)
  const walkIn = callKeyOf('ordinary', at, queue)
  if (at > due + booking.lateMs)
    return { cls: 'ordinary', baseTime: at, callKey: walkIn, timing: 'late', minutes }
  const callKey = Math.min(due, walkIn)
  if (at >= due - booking.earlyMs)
    return { cls: 'appointment', baseTime: due, callKey, timing: 'on_time', minutes }
  return { cls: 'appointment', baseTime: Math.min(due, at), callKey, timing: 'early', minutes }
}
