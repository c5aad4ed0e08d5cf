import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { DIMENSIONS, type Dimension, type ReportSpan } from '@counter/shared/vocabulary/report'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { type FairnessReport, fairnessOf } from '../../domain/statistics/fairness.ts'
import { faultsOf, type TimeFault } from '../../domain/statistics/faults.ts'
import { type GroupFigures, groupsOf, wholeOf } from '../../domain/statistics/groups.ts'
import { type ScoreReport, scoreOf } from '../../domain/statistics/score.ts'
import { daysOfSpan } from '../../domain/statistics/span.ts'
import { type WindowUse, windowUse } from '../../domain/statistics/utilisation.ts'
import { type HallEvent, type Visit, visitsOf } from '../../domain/statistics/visit.ts'
import { findDayRecord, findReportNames, type ReportNames } from '../../store/day-record.ts'
import { findSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'

export interface ReportWanted {
  readonly span: ReportSpan
  /** Any day of the span; today when absent. */
  readonly day: PlainDate | null
}

/** The figures of a day, week or month (Q68 to Q70). */
export interface ReportFacts {
  readonly at: Instant
  readonly span: ReportSpan
  readonly days: readonly PlainDate[]
  readonly isFinished: boolean
  readonly targetMinutes: number
  readonly whole: GroupFigures
  readonly groups: Readonly<Record<Dimension, readonly GroupFigures[]>>
  readonly windows: readonly WindowUse[]
  readonly score: ScoreReport
  readonly fairness: FairnessReport
  readonly faults: readonly TimeFault[]
  readonly names: ReportNames
}

/** Reads a report day by day; between two days the hall has its turn, so a month holds nobody up (decision 010). */
export async function readReport(
  { store }: Pick<Deps, 'store'>,
  { span, day }: ReportWanted,
): Promise<ReportFacts> {
  const { at, targetMinutes, names } = store.read((tx) => ({
    at: tx.at,
    targetMinutes: findSetting(tx, 'target.wait'),
    names: findReportNames(tx),
  }))
  const today = civilDate(at)
  const days = daysOfSpan(span, day ?? today)
  const visits: Visit[] = []
  const events: HallEvent[] = []
  for (const each of days.filter((one) => one <= today)) {
    const record = store.read((tx) => findDayRecord(tx, each))
    visits.push(...visitsOf(record))
    events.push(...record.events)
    await yieldTurn()
  }
  const groups = {} as Record<Dimension, GroupFigures[]>
  for (const by of DIMENSIONS) {
    groups[by] = groupsOf(visits, by, targetMinutes)
    await yieldTurn()
  }
  const whole = wholeOf(visits, targetMinutes)
  await yieldTurn()
  const windows = windowUse(events, visits, at)
  await yieldTurn()
  const score = scoreOf(visits)
  await yieldTurn()
  return {
    at,
    span,
    days,
    isFinished: (days.at(-1) ?? today) < today,
    targetMinutes,
    whole,
    groups,
    windows,
    score,
    fairness: fairnessOf(events),
    faults: faultsOf(visits),
    names,
  }
}

// Whoever waits at a window or a kiosk is answered before the next part is summed.
function yieldTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
