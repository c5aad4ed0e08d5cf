import type { PointTimer } from '@counter/shared/vocabulary/case'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { Tx } from './tx.ts'

/** How many running timers of a kind are on their last day, and how many are late. */
export interface TimerCounts {
  readonly kind: PointTimer
  readonly yellow: number
  readonly red: number
}

/** The running timers of every point that want a look, by the index of the errands (V23). */
export function countTimers(tx: Tx): ReadonlyMap<VillageCode, readonly TimerCounts[]> {
  const rows = tx.sql
    .prepare(
      `SELECT c.village, k.kind, sum(k.due_at < @at) AS red, sum(k.due_at >= @at AND k.yellow_at <= @at) AS yellow
       FROM case_clock k JOIN "case" c ON c.id = k."case"
       WHERE k.state = 'running' AND k.kind IN ('handup','handup_hard','relay','deliver','followup')
         AND c.village IS NOT NULL
       GROUP BY c.village, k.kind LIMIT 1000`,
    )
    .all({ at: tx.at }) as (TimerCounts & { village: VillageCode })[]
  const byVillage = new Map<VillageCode, TimerCounts[]>()
  for (const { village, kind, red, yellow } of rows) {
    const counts = { kind, yellow: yellow ?? 0, red: red ?? 0 }
    byVillage.set(village, [...(byVillage.get(village) ?? []), counts])
  }
  return byVillage
}
