import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { AlarmLevel, PointAlarmKind } from '@counter/shared/vocabulary/point'
import type { SettingKey } from '@counter/shared/vocabulary/setting'
import type { Instant } from '@counter/shared/vocabulary/time'
import { addWorkingDays, closingOf, type WorkingCalendar } from '../calendar/working-calendar.ts'

type AlarmSetting = Extract<
  SettingKey,
  | 'village.silentAmber'
  | 'village.silentRed'
  | 'village.attentionDays'
  | 'village.numbersLow'
  | 'village.clockOff'
>

export interface AlarmRules {
  readonly calendar: WorkingCalendar
  readonly limits: (key: AlarmSetting) => number
  readonly at: Instant
}

/** What a device of a point said last, as far as an alarm is made of it (V88). */
export interface DeviceStanding {
  readonly attentionSince: Instant | null
  readonly numbersFree: number | null
  readonly clockAheadMs: number
}

export interface PointStanding {
  /** Null: never heard of, which is unknown and no silence (V88). */
  readonly lastContactAt: Instant | null
  readonly devices: readonly DeviceStanding[]
  /** Since when the oldest of what it sent waits for the centre. */
  readonly waitingSince: Instant | null
  readonly hasAgent: boolean
  /** Timers of the point that are late, and hand-ups past the last limit of all. */
  readonly late: { readonly timers: number; readonly handUps: number }
}

export interface PointAlarm {
  readonly kind: PointAlarmKind
  readonly level: AlarmLevel
  /** Since when, days; how many, numbers or timers; how far off, minutes. Null where the kind says it all. */
  readonly n: number | null
}

const MINUTE_MS = 60_000

/** What the supervisor is told of a point without asking, the gravest first (V1, V89). */
export function pointAlarms(rules: AlarmRules, point: PointStanding): PointAlarm[] {
  const alarms = [
    silence(rules, point.lastContactAt),
    point.late.handUps === 0 ? null : ({ kind: 'handup', level: 'red', n: point.late.handUps } as const),
    point.late.timers === 0 ? null : amber('late', point.late.timers),
    point.hasAgent ? null : amber('nobody', null),
    waiting(rules, point),
    ...point.devices.flatMap(({ numbersFree, clockAheadMs }) => [
      fewNumbers(rules, numbersFree),
      wrongClock(rules, clockAheadMs),
    ]),
  ]
  return alarms.filter((alarm) => alarm !== null)
}

/** What a reader is told: late timers are the supervisor's, past the last limit the leader's too (V23). */
export function alarmsFor(
  reader: 'supervisor' | 'leader',
  alarms: readonly PointAlarm[],
): readonly PointAlarm[] {
  return reader === 'leader' ? alarms.filter(({ kind }) => kind !== 'late') : alarms
}

// The day after the last contact is day 1; a day is over when the centre closes, as everywhere (C502, C503).
function silence(rules: AlarmRules, since: Instant | null): PointAlarm | null {
  if (since === null) return null
  const [amberAfter, redAfter] = [rules.limits('village.silentAmber'), rules.limits('village.silentRed')]
  if (isOver(rules, since, redAfter)) return { kind: 'silent', level: 'red', n: redAfter }
  return isOver(rules, since, amberAfter) ? amber('silent', amberAfter) : null
}

function waiting(rules: AlarmRules, { devices, waitingSince }: PointStanding): PointAlarm | null {
  const days = rules.limits('village.attentionDays')
  const since = [waitingSince, ...devices.map(({ attentionSince }) => attentionSince)]
  return since.some((each) => each !== null && isOver(rules, each, days)) ? amber('attention', days) : null
}

function fewNumbers({ limits }: AlarmRules, free: number | null): PointAlarm | null {
  return free !== null && free < limits('village.numbersLow') ? amber('numbers', free) : null
}

function wrongClock({ limits }: AlarmRules, aheadMs: number): PointAlarm | null {
  const isOff = Math.abs(aheadMs) > limits('village.clockOff') * MINUTE_MS
  return isOff ? amber('clock', Math.round(Math.abs(aheadMs) / MINUTE_MS)) : null
}

function isOver({ calendar, at }: AlarmRules, since: Instant, days: number): boolean {
  return at > closingOf(calendar, addWorkingDays(calendar, civilDate(since), days))
}

function amber(kind: PointAlarmKind, n: number | null): PointAlarm {
  return { kind, level: 'amber', n }
}
