import { minutesOf, weekdayOf } from '@counter/shared/vocabulary/plain-date'
import { SETTINGS, type SettingKey, type SettingValue } from '@counter/shared/vocabulary/setting'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import { BAND_MINUTES, timeOf } from '../booking/bands.ts'
import type { Place } from '../booking/booking.ts'
import { Refusal } from '../refusal.ts'

/** 代办时段: when agents may come by appointment (V92). */
export interface AgentHour {
  readonly isOn: boolean
  readonly day: SettingValue<'village.hourDay'>
  readonly from: PlainTime
  readonly until: PlainTime
  /** How many visits one band takes. */
  readonly visits: number
}

/** The agents' hour from wherever a setting is kept. */
export function agentHour(read: <K extends SettingKey>(key: K) => SettingValue<K>): AgentHour {
  return {
    isOn: read('village.hour'),
    day: read('village.hourDay'),
    from: read('village.hourFrom') as PlainTime,
    until: read('village.hourUntil') as PlainTime,
    visits: read('village.hourVisits'),
  }
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** True when a band lies whole inside the agents' hour; never while there is none (V92). */
export function isInHour(
  { isOn, day, from, until }: AgentHour,
  { date, band }: Pick<Place, 'date' | 'band'>,
): boolean {
  if (!isOn || (day !== 'every' && WEEKDAYS[weekdayOf(date)] !== day)) return false
  const begins = minutesOf(band)
  return begins >= minutesOf(from) && begins + BAND_MINUTES <= minutesOf(until)
}

/**
 * An hour that is shorter than one band would be none without a word. Refuses `setting.out_of_range` with what its beginning
 * or its end can be, by the other one (V92, C1502).
 */
export function requireBandInHour(hour: AgentHour, key: SettingKey, value: unknown): void {
  if (key === 'village.hourFrom') {
    const to = timeOf(minutesOf(hour.until) - BAND_MINUTES)
    if ((value as PlainTime) > to) throw new Refusal('setting.out_of_range', { from: SETTINGS[key].min, to })
  }
  if (key === 'village.hourUntil') {
    const from = timeOf(minutesOf(hour.from) + BAND_MINUTES)
    if ((value as PlainTime) < from)
      throw new Refusal('setting.out_of_range', { from, to: SETTINGS[key].max })
  }
}
