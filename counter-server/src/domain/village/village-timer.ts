import { civilDate, earlierOf, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { SettingKey } from '@counter/shared/vocabulary/setting'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import {
  addWorkingDays,
  countedDate,
  type WorkingCalendar,
  workingDaysBetween,
} from '../calendar/working-calendar.ts'
import type { VillageHeader } from './village-command.ts'

/** 交件, 交件 at the very latest, 转告补正, 送达, 回访, each with the setting of its working days ⚙ (V21, C1202). */
const VILLAGE_LIMITS = {
  handup: 'village.handUp',
  handup_hard: 'village.handUpHard',
  relay: 'village.relay',
  deliver: 'village.deliver',
  followup: 'village.followUp',
} as const satisfies Readonly<Record<string, SettingKey>>
export type VillageTimer = keyof typeof VILLAGE_LIMITS

type VillageSetting = (typeof VILLAGE_LIMITS)[VillageTimer]

/** What the township has set for its village points, from wherever a value is kept (C1502). */
export type VillageLimits = (key: VillageSetting) => number

/** The last day of a village timer; what starts it outside hours counts from the next opening, it never pauses (V21, V22, V26). */
export function villageDueOn(
  { calendar, limits }: { readonly calendar: WorkingCalendar; readonly limits: VillageLimits },
  timer: VillageTimer,
  startedAt: Instant,
): PlainDate {
  return addWorkingDays(calendar, countedDate(calendar, startedAt), limits(VILLAGE_LIMITS[timer]))
}

/** Working days between the village's receipt and the centre's, the delay that lists show (V21). */
export function handUpWorkdays(
  calendar: WorkingCalendar,
  registeredAt: Instant,
  receivedAt: Instant,
): number {
  return workingDaysBetween(calendar, countedDate(calendar, registeredAt), countedDate(calendar, receivedAt))
}

/** True when a village handed its case up after the last day for it; in the hall the entry counts as any other (V21, C506). */
export function isHandedUpLate(
  rules: { readonly calendar: WorkingCalendar; readonly limits: VillageLimits },
  registeredAt: Instant,
  receivedAt: Instant,
): boolean {
  return civilDate(receivedAt) > villageDueOn(rules, 'handup', registeredAt)
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
