import type { Segment } from '@counter/shared/vocabulary/clock'
import { daysBetween, earlierOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseClocks } from './case-clocks.ts'

/** The days of a case that no unit answers for, in the unit of its promise (C801). */
export interface ChargedDays {
  /** Missing papers were awaited. */
  readonly resident: number
  /** The clock was paused for somebody else's work. */
  readonly thirdParty: number
}

/** How long the case waited for the resident and for third parties, up to a day and with it (C801). */
export function chargedDays({ waiting, committed }: CaseClocks, asOfOn: PlainDate): ChargedDays {
  const paused = (committed?.segments ?? []).filter(
    ({ reason, from }) => reason === 'paused' && from <= asOfOn,
  )
  const sumOf = (runs: readonly Segment[]) => runs.reduce((sum, run) => sum + daysOf(run, asOfOn), 0)
  const awaited = paused.filter(({ chargedTo }) => chargedTo === 'resident')
  return {
    resident: (waiting?.used ?? 0) + sumOf(awaited),
    thirdParty: sumOf(paused) - sumOf(awaited),
  }
}

// Days off stand in runs of their own, so every day of a paused run is one that would have counted.
function daysOf({ from, to }: Segment, asOfOn: PlainDate): number {
  return daysBetween(from, earlierOf(to, asOfOn)) + 1
}
