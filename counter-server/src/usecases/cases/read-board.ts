import type { UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import { countLights, type Lights, NO_LIGHTS, type PlaceLights } from '../../store/light-counts.ts'
import { findUnits, findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from './case-asker.ts'
import { placeOf } from './case-scene.ts'

/** The counters of the open cases of one place. */
export interface Counters {
  readonly lights: Lights
  readonly dueToday: number
}

export interface BoardFacts extends Counters {
  readonly byUnit: readonly (Counters & { readonly unit: UnitCode; readonly name: string })[]
  readonly byVillage: readonly (Counters & { readonly village: VillageCode; readonly name: string })[]
}

/** The counters of the board; the same reading as the lists, so that they agree (U34). */
export function readBoard(tx: Tx, asker: Pick<CaseAsker, 'actor' | 'staff'>): BoardFacts {
  const place = placeOf(asker)
  const rows = lightsNow(tx).filter(
    ({ unit, village }) => unit === (place.unit ?? unit) && village === (place.village ?? village),
  )
  return {
    ...sumOf(rows),
    byUnit: findUnits(tx).map(({ code, name }) => ({
      unit: code,
      name,
      ...sumOf(rows.filter(({ unit }) => unit === code)),
    })),
    byVillage: findVillages(tx).map(({ code, name }) => ({
      village: code,
      name,
      ...sumOf(rows.filter(({ village }) => village === code)),
    })),
  }
}

type CountedPlace = { readonly [Name in 'unit' | 'village' | 'channel']?: PlaceLights[Name] | undefined }

/** The counters of one unit, village or channel, for its live list. */
export function readCounters(tx: Tx, { unit, village, channel }: CountedPlace): Counters {
  return sumOf(
    lightsNow(tx).filter(
      (row) =>
        row.unit === (unit ?? row.unit) &&
        row.village === (village ?? row.village) &&
        row.channel === (channel ?? row.channel),
    ),
  )
}

function lightsNow(tx: Tx): PlaceLights[] {
  const today = civilDate(tx.at)
  const midnight = '00:00' as PlainTime
  return countLights(tx, { from: instantAt(today, midnight), to: instantAt(addDays(today, 1), midnight) })
}

function sumOf(rows: readonly PlaceLights[]): Counters {
  return rows.reduce<Counters>(
    (sum, { lights, dueToday }) => ({
      lights: addLights(sum.lights, lights),
      dueToday: sum.dueToday + dueToday,
    }),
    { lights: NO_LIGHTS, dueToday: 0 },
  )
}

function addLights(a: Lights, b: Lights): Lights {
  return {
    green: a.green + b.green,
    yellow: a.yellow + b.yellow,
    red: a.red + b.red,
    paused: a.paused + b.paused,
    done: a.done + b.done,
    none: a.none + b.none,
  }
}
