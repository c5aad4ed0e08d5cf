import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { type AsReported, asReported } from '../../domain/village/as-reported.ts'
import { type OnDuty, onDuty, type PointAgent } from '../../domain/village/on-duty.ts'
import { type PointAlarm, pointAlarms } from '../../domain/village/point-alarms.ts'
import { countTimers, type TimerCounts } from '../../store/point-timers.ts'
import { readSettings } from '../../store/settings.ts'
import { findVillages, type VillageFacts } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { findOldestWaiting } from '../../store/village-attention.ts'
import { findAgents, findReports, type ReportFacts } from '../../store/village-points.ts'
import { clockContext } from '../cases/case-rules.ts'

/** A point as it stands now, with what the supervisor is told of it without asking (V1, V88, V89). */
export interface PointStandingFacts {
  readonly village: VillageFacts
  readonly agents: readonly PointAgent[]
  readonly onDuty: OnDuty | null
  readonly devices: readonly ReportFacts[]
  readonly said: AsReported
  readonly alarms: readonly PointAlarm[]
  readonly timers: readonly TimerCounts[]
}

/** All points in the order of their codes. */
export function readPointStandings(tx: Tx): readonly PointStandingFacts[] {
  const { calendar } = clockContext(tx)
  const rules = { calendar, limits: readSettings(tx), at: tx.at }
  const [reports, agents] = [findReports(tx), findAgents(tx)]
  const today = civilDate(tx.at)
  const waiting = findOldestWaiting(tx)
  const timersOf = countTimers(tx)
  return findVillages(tx).map((village) => {
    const own = agents.filter((agent) => agent.village === village.code)
    const devices = reports.filter((report) => report.village === village.code)
    const timers = timersOf.get(village.code) ?? []
    const duty = onDuty(village, own, today)
    const alarms = pointAlarms(rules, {
      lastContactAt: village.lastContactAt,
      devices,
      waitingSince: waiting.get(village.code) ?? null,
      hasAgent: duty !== null,
      late: lateOf(timers),
    })
    const said = asReported(devices, village.unsentReported)
    return { village, agents: own, onDuty: duty, devices, said, alarms, timers }
  })
}

// A hand-up past its last limit is late by its first one too, and is one piece of work.
function lateOf(timers: readonly TimerCounts[]) {
  const redOf = (isHard: boolean) =>
    timers.filter(({ kind }) => (kind === 'handup_hard') === isHard).reduce((sum, { red }) => sum + red, 0)
  return { timers: redOf(false), handUps: redOf(true) }
}

/** What is wrong with each point, by its code; a point with nothing is not in it. */
export function readPointAlarms(tx: Tx): ReadonlyMap<VillageCode, readonly PointAlarm[]> {
  return new Map(
    readPointStandings(tx)
      .filter(({ alarms }) => alarms.length > 0)
      .map(({ village, alarms }) => [village.code, alarms]),
  )
}
