import type { Chance } from './chance.ts'

/** Minutes since midnight in the hall. */
export const OPENS = 8 * 60 + 30
export const CLOSES = 17 * 60 + 30

const ARRIVALS = 150
const SUBMISSIONS = 22
const PRIORITY_SHARE = 0.15

/** What one hour brings beside the others: a high morning, a thin lunch, a lower afternoon. */
const HOURS = [
  { from: OPENS, until: 9 * 60, weight: 2 },
  { from: 9 * 60, until: 10 * 60 + 30, weight: 6 },
  { from: 10 * 60 + 30, until: 12 * 60, weight: 3 },
  { from: 12 * 60, until: 14 * 60, weight: 0.6 },
  { from: 14 * 60, until: 14 * 60 + 30, weight: 2 },
  { from: 14 * 60 + 30, until: 16 * 60, weight: 5 },
  { from: 16 * 60, until: CLOSES - 20, weight: 1.5 },
]

/** Somebody comes to a kiosk. */
export interface Arrival {
  readonly minute: number
  readonly isPriority: boolean
}

/** The day's residents in the order in which they come. */
export function arrivalsOf(chance: Chance): readonly Arrival[] {
  return Array.from({ length: ARRIVALS }, () => ({
    minute: minuteOf(chance),
    isPriority: chance.happens(PRIORITY_SHARE),
  })).toSorted((a, b) => a.minute - b.minute)
}

/** When the village points send a case up, and which of them. */
export function submissionsOf(
  chance: Chance,
  villages: readonly string[],
): readonly { readonly minute: number; readonly village: string }[] {
  return Array.from({ length: SUBMISSIONS }, () => ({
    minute: chance.between(OPENS + 10, CLOSES - 60),
    village: chance.pick(villages),
  })).toSorted((a, b) => a.minute - b.minute)
}

/** Two windows eat while the other two stay. */
export function lunchOf(window: number): { readonly from: number; readonly until: number } {
  const from = window % 2 === 1 ? 12 * 60 : 13 * 60
  return { from, until: from + 60 }
}

function minuteOf(chance: Chance): number {
  const total = HOURS.reduce((sum, { from, until, weight }) => sum + weight * (until - from), 0)
  let left = chance.number() * total
  for (const { from, until, weight } of HOURS) {
    const share = weight * (until - from)
    if (left < share) return from + left / weight
    left -= share
  }
  return OPENS
}
