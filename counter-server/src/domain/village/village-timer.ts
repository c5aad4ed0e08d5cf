import { civilDate, earlierOf, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import {
  addWorkingDays,
  countedDate,
  type WorkingCalendar,
  workingDaysBetween,
} from '../calendar/working-calendar.ts'

/** 交件, 转告补正, 送达, 回访 in working days ⚙ (V21). */
export const VILLAGE_LIMITS = { handup: 1, relay: 1, deliver: 2, followup: 5 } as const
export type VillageTimer = keyof typeof VILLAGE_LIMITS

/** The last day of a village timer; what starts it outside hours counts from the next opening, it never pauses (V21, V22, V26). */
export function villageDueOn(calendar: WorkingCalendar, timer: VillageTimer, startedAt: Instant): PlainDate {
  return addWorkingDays(calendar, countedDate(calendar, startedAt), VILLAGE_LIMITS[timer])
}

/** Working days between the village's receipt and the centre's, the delay that lists show (V21). */
export function handUpWorkdays(
  calendar: WorkingCalendar,
  registeredAt: Instant,
  receivedAt: Instant,
): number {
  return workingDaysBetween(calendar, countedDate(calendar, registeredAt), countedDate(calendar, receivedAt))
}

/** The instant of capture by the node's clock: the phone's offset taken out, never after the recording (V77). */
export function correctedCapture(capturedAt: Instant, deviceNow: Instant, recordedAt: Instant): Instant {
  const corrected = instantOf(toMs(capturedAt) + toMs(recordedAt) - toMs(deviceNow))
  return corrected < recordedAt ? corrected : recordedAt
}

/** The day of capture, never after today (V76). */
export function captureDay(capturedAt: Instant, today: PlainDate): PlainDate {
  return earlierOf(civilDate(capturedAt), today)
}
