import { spreadOf } from './figures.ts'
import { type Clerk, callAll, takeNumbers } from './hall-phases.ts'
import type { TimedLine } from './timed-line.ts'

const ROUNDS = 8
const A_ROUND = 50

/** One hall to be compared: a kiosk and a clerk who is alone. */
export interface ComparedHall {
  readonly kiosk: TimedLine
  readonly clerk: Clerk
}

export interface HistoryRatio {
  readonly createP95Ratio: number
  readonly callNextP95Ratio: number
}

/**
 * The same numbers taken and called in an empty store and in one with ten years behind it, in short turns, so that what
 * slows the machine down for a moment slows both. How many times the p95 of the one is that of the other.
 */
export async function compareHalls(empty: ComparedHall, old: ComparedHall): Promise<HistoryRatio> {
  const without = { hall: empty, creates: [], calls: [] }
  const years = { hall: old, creates: [], calls: [] }
  // The first turn warms both of them up.
  for (const each of [without, years]) await takeTurn({ ...each, creates: [], calls: [] })
  for (let round = 0; round < ROUNDS; round += 1)
    for (const each of round % 2 === 0 ? [without, years] : [years, without]) await takeTurn(each)
  return {
    createP95Ratio: spreadOf(years.creates).p95 / spreadOf(without.creates).p95,
    callNextP95Ratio: spreadOf(years.calls).p95 / spreadOf(without.calls).p95,
  }
}

interface Measured {
  readonly hall: ComparedHall
  readonly creates: number[]
  readonly calls: number[]
}

async function takeTurn({ hall, creates, calls }: Measured): Promise<void> {
  creates.push(...(await takeNumbers([hall.kiosk], A_ROUND)).ms)
  calls.push(...(await callAll([hall.clerk])).ms)
}
