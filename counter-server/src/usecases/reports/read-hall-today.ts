import { civilDate, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { type HourLoad, hourLoad, usualLoad } from '../../domain/statistics/hour-load.ts'
import { type ScoreReport, scoreOf } from '../../domain/statistics/score.ts'
import { type Visit, visitsOf } from '../../domain/statistics/visit.ts'
import {
  findDayRecord,
  findDaysWithTickets,
  findReportNames,
  type ReportNames,
} from '../../store/day-record.ts'
import { findLastCheck, type RecordCheck } from '../../store/record-check.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'

const USUAL_DAYS = 20

/** Today's load by the hour beside the usual one, and the score of today's quotes (L-1 a, h). */
export interface HallTodayFacts {
  readonly at: Instant
  readonly today: HourLoad
  readonly usual: HourLoad
  readonly usualDays: number
  readonly score: ScoreReport
  readonly names: ReportNames
  /** The last check that found a difference, or null when the newest one found none (Q67). */
  readonly recordProblem: RecordCheck | null
}

/** Reads today's load; past days do not change any more, so what is usual is read once a day. */
export function createHallTodayReader({ store }: Pick<Deps, 'store'>): () => Promise<HallTodayFacts> {
  let known: { readonly day: PlainDate; readonly loads: readonly HourLoad[] } | null = null

  async function readUsual(today: PlainDate): Promise<readonly HourLoad[]> {
    if (known?.day === today) return known.loads
    const loads: HourLoad[] = []
    for (const day of store.read((tx) => findDaysWithTickets(tx, today, USUAL_DAYS))) {
      loads.push(store.read((tx) => loadOf(visitsOfDay(tx, day), tx.at)))
      await new Promise(setImmediate)
    }
    known = { day: today, loads }
    return loads
  }

  return async () => {
    const loads = await readUsual(store.read(({ at }) => civilDate(at)))
    return store.read((tx) => {
      const visits = visitsOfDay(tx, civilDate(tx.at))
      return {
        at: tx.at,
        today: loadOf(visits, tx.at),
        usual: usualLoad(loads),
        usualDays: loads.length,
        score: scoreOf(visits),
        names: findReportNames(tx),
        recordProblem: firstProblem(tx),
      }
    })
  }
}

function visitsOfDay(tx: Tx, day: PlainDate): Visit[] {
  return visitsOf(findDayRecord(tx, day))
}

function loadOf(visits: readonly Visit[], now: Instant): HourLoad {
  return hourLoad(visits, toMs(now))
}

/** What the checks of the last night found: the hall's first, then the cases', then the letters'. */
function firstProblem(tx: Tx): RecordCheck | null {
  const found = (['record', 'cases', 'letters'] as const).map((checked) =>
    problemOf(findLastCheck(tx, checked)),
  )
  return found.find((check) => check !== null) ?? null
}

function problemOf(check: RecordCheck | null): RecordCheck | null {
  return check === null || check.differences === 0 ? null : check
}
