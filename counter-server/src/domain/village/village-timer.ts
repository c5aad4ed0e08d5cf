import { civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { countedDate, type WorkingCalendar, workingDaysBetween } from '../calendar/working-calendar.ts'

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
