import { addDays, addMonths, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import {
  countDecidedByMonth,
  countDecidedByUnit,
  countDecidedByVillage,
  type DecidedCount,
} from '../../store/figures.ts'
import { findSetting } from '../../store/settings.ts'
import { findUnits, findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'

/** How many of how many a unit, a village or a month decided in time. */
export interface OnTimeShare extends DecidedCount {
  readonly key: string
  readonly name: string | null
}

/** What was decided in time this month, by unit and by village, and in the months before it (L-1 c). */
export interface OnTimeFacts {
  readonly at: Instant
  readonly from: PlainDate
  readonly to: PlainDate
  /** Percent that the centre has set itself. */
  readonly target: number
  readonly units: readonly OnTimeShare[]
  readonly villages: readonly OnTimeShare[]
  readonly months: readonly OnTimeShare[]
}

const MONTHS = 6
const NONE: DecidedCount = { decided: 0, onTime: 0 }

/** Reads a month's decisions by one index; the verdicts are those that the cases have (C605). */
export function readOnTime(tx: Tx): OnTimeFacts {
  const from = `${civilDate(tx.at).slice(0, 8)}01` as PlainDate
  const since = midnight(from)
  const byUnit: ReadonlyMap<string, DecidedCount> = countDecidedByUnit(tx, since)
  const byVillage = countDecidedByVillage(tx, since)
  const months = Array.from({ length: MONTHS }, (_, place) => addMonths(from, place - MONTHS + 1))
  const byMonth = countDecidedByMonth(tx, midnight(months[0] ?? from))
  const named = (counts: ReadonlyMap<string, DecidedCount>) => (place: { code: string; name: string }) => ({
    key: place.code,
    name: place.name,
    ...(counts.get(place.code) ?? NONE),
  })
  return {
    at: tx.at,
    from,
    to: addDays(addMonths(from, 1), -1),
    target: findSetting(tx, 'supervise.onTimeTarget'),
    units: findUnits(tx).map(named(byUnit)),
    villages: findVillages(tx).map(named(byVillage)),
    months: months.map((first) => {
      const key = first.slice(0, 7)
      return { key, name: null, ...(byMonth.get(key) ?? NONE) }
    }),
  }
}

function midnight(day: PlainDate): Instant {
  return instantAt(day, '00:00' as PlainTime)
}
