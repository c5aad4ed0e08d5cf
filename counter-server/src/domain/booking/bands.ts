import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { minutesOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import type { BookingSettings } from './booking.ts'

/** How long a band is (Q38). */
export const BAND_MINUTES = 30
// A third of a place that rounding made must not cost a whole one.
const ROUNDING = 1e-9

/** The bands of 30 minutes that lie whole inside the office hours, by their beginnings (Q38). */
export function bandsOf(sessions: readonly (readonly [string, string])[]): readonly PlainTime[] {
  return sessions.flatMap(([from, to]) => {
    const first = minutesOf(from as PlainTime)
    const count = Math.floor((minutesOf(to as PlainTime) - first) / BAND_MINUTES)
    return Array.from({ length: Math.max(0, count) }, (_, place) => timeOf(first + place * BAND_MINUTES))
  })
}

/** What a topic needs of the hall: the windows planned for it and the mean of its service in minutes. */
export interface TopicLoad {
  readonly windows: ReadonlySet<number>
  readonly meanMinutes: number
}

/** What is booked in one band, per topic. */
export type BandLoad = ReadonlyMap<TopicKey, number>

/**
 * How many more can book a topic in a band: the share of its windows' minutes, less what is booked there of every
 * topic that one of these windows serves, by its mean (Q38). `noShowRate` counts only with overbooking.
 */
export function roomFor(
  topic: TopicKey,
  {
    loads,
    booked,
    noShowRate,
  }: { loads: ReadonlyMap<TopicKey, TopicLoad>; booked: BandLoad; noShowRate: number },
  settings: BookingSettings,
): number {
  const own = loads.get(topic)
  if (own === undefined) return 0
  const comes = settings.overbook ? 1 - noShowRate : 1
  let left = settings.share * own.windows.size * BAND_MINUTES
  for (const [other, count] of booked) {
    const load = loads.get(other)
    if (load !== undefined && sharesWindow(own, load)) left -= count * load.meanMinutes * comes
  }
  return Math.max(0, Math.floor(left / (own.meanMinutes * comes) + ROUNDING))
}

function sharesWindow(one: TopicLoad, other: TopicLoad): boolean {
  return [...one.windows].some((window) => other.windows.has(window))
}

/** The time of day of so many minutes since midnight. */
export function timeOf(minutes: number): PlainTime {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as PlainTime
}
