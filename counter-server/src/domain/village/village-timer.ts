import { civilDate, earlierOf, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { countedDate, type WorkingCalendar, workingDaysBetween } from '../calendar/working-calendar.ts'
import type { VillageHeader } from './village-command.ts'

/** Working days between the village's receipt and the centre's, the delay that lists show (V21). */
export function handUpWorkdays(
  calendar: WorkingCalendar,
  registeredAt: Instant,
  receivedAt: Instant,
): number {
  return workingDaysBetween(calendar, countedDate(calendar, registeredAt), countedDate(calendar, receivedAt))
}

/** True when the hall had it only after the last day for it; on that day any hour is in time (V21). */
export function isHandedUpLate({ dueOn }: { readonly dueOn: PlainDate }, arrivedAt: Instant): boolean {
  return civilDate(arrivedAt) > dueOn
}

/** The instant of capture by the node's clock: the phone's offset taken out, never after the recording (V77). */
export function correctedCapture(
  capturedAt: Instant,
  deviceNow: Instant,
  recordedAt: Instant,
  lastServer: VillageHeader['lastServer'] = null,
): Instant {
  const isSampled = lastServer !== null && lastServer !== undefined && lastServer.wall <= capturedAt
  const offset = isSampled ? toMs(lastServer.at) - toMs(lastServer.wall) : toMs(recordedAt) - toMs(deviceNow)
  const corrected = instantOf(toMs(capturedAt) + offset)
  const earliest = lastServer?.at ?? corrected
  const latest = corrected < recordedAt ? corrected : recordedAt
  return latest < earliest && earliest < recordedAt ? earliest : latest
}

/** The day of capture, never after today (V76). */
export function captureDay(capturedAt: Instant, today: PlainDate): PlainDate {
  return earlierOf(civilDate(capturedAt), today)
}
