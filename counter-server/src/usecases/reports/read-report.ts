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
import type { Tx } from '../../store/tx.ts'

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

/** Reads a report from one snapshot; it runs beside the hall, so it may take its time (R7, decision 021). */
export function readReport(tx: Tx, { span, day }: ReportWanted): ReportFacts {
  const { at } = tx
  const today = civilDate(at)
  const days = daysOfSpan(span, day ?? today)
  const records = days.filter((one) => one <= today).map((each) => findDayRecord(tx, each))
  const visits: Visit[] = records.flatMap(visitsOf)
  const events: HallEvent[] = records.flatMap((record) => record.events)
  const targetMinutes = findSetting(tx, 'target.wait')
  const groups = {} as Record<Dimension, GroupFigures[]>
  for (const by of DIMENSIONS) groups[by] = groupsOf(visits, by, targetMinutes)
  return {
    at,
    span,
    days,
    isFinished: (days.at(-1) ?? today) < today,
    targetMinutes,
    whole: wholeOf(visits, targetMinutes),
    groups,
    windows: windowUse(events, visits, at),
    score: scoreOf(visits),
    fairness: fairnessOf(events),
    faults: faultsOf(visits),
    names: findReportNames(tx),
  }
}
