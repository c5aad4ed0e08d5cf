import type { UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import {
  type CountedList,
  countLights,
  countLightsByPlace,
  type Lights,
  type LightsDue,
  NO_LIGHTS,
  type Span,
} from '../../store/light-counts.ts'
import { findUnits, findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from './case-asker.ts'
import { placeOf } from './case-scene.ts'

/** The counters of the open cases of one list. */
export type Counters = LightsDue

export interface BoardFacts extends Counters {
  readonly byUnit: readonly (Counters & { readonly unit: UnitCode; readonly name: string })[]
  readonly byVillage: readonly (Counters & { readonly village: VillageCode; readonly name: string })[]
}

/** The counters of the board; the same reading as the lists, so that they agree (U34). */
export function readBoard(tx: Tx, asker: Pick<CaseAsker, 'actor' | 'staff'>): BoardFacts {
  const rows = countLightsByPlace(tx, todayOf(tx), placeOf(asker))
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

/** The counters of the open cases that a list is narrowed to, whatever light is picked (U34). */
export function readCounters(tx: Tx, list: CountedList): Counters {
  return countLights(tx, todayOf(tx), list)
}

function todayOf(tx: Tx): Span {
  const today = civilDate(tx.at)
  const midnight = '00:00' as PlainTime
  return { from: instantAt(today, midnight), to: instantAt(addDays(today, 1), midnight) }
}

function sumOf(rows: readonly Counters[]): Counters {
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
