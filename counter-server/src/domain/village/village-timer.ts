import { civilDate, earlierOf, instantAt, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
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

const NOON = '12:00' as PlainTime

/**
 * When the resident got the result: at the capture, or on the day that the agent names, of which the hour is not known.
 * Never before it lay at the point and never after now: a claim is put right and refuses nothing (V-5, V76, V77).
 */
export function handedOverAt({ captured, on, since, now }: HandedOver): Instant {
  const said = on === null || on >= civilDate(captured) ? captured : instantAt(on, NOON)
  const latest = said < now ? said : now
  return since !== null && latest < since ? since : latest
}

export interface HandedOver {
  /** By the node's clock. */
  readonly captured: Instant
  readonly on: PlainDate | null
  /** Since when the result could be handed over. */
  readonly since: Instant | null
  readonly now: Instant
}

/** The day of capture, never after today (V76). */
export function captureDay(capturedAt: Instant, today: PlainDate): PlainDate {
  return earlierOf(civilDate(capturedAt), today)
}
