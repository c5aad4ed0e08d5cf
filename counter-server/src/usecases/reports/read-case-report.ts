import { CASE_CHANNELS } from '@counter/shared/vocabulary/case'
import { AT_CENTRE, type JudgedBy } from '@counter/shared/vocabulary/case-report'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { addDays, instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import type { ClockContext } from '../../domain/case/due.ts'
import { courseOf } from '../../domain/statistics/case-course.ts'
import {
  type CaseFigures,
  type ClerkFigures,
  caseFigures,
  clerkFigures,
  monthsOf,
  type ReportPeriod,
} from '../../domain/statistics/case-figures.ts'
import { pilesOf } from '../../domain/statistics/piles.ts'
import {
  type RatedCourse,
  type RatingFigures,
  ratingFigures,
} from '../../domain/statistics/rating-figures.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { findCaseHeads, findItemNames } from '../../store/case-heads.ts'
import { findReportNames } from '../../store/day-record.ts'
import { findUnits, findVillages } from '../../store/township.ts'
import type { Tx } from '../../store/tx.ts'
import { itemOf, rulesOf } from '../cases/case-rules.ts'
import { readClockRules } from '../cases/clock-rules.ts'
import { type LetterCount, letterCount } from '../letters/letter-figures.ts'

export interface CaseReportWanted {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly judged: JudgedBy
  /** Of one unit alone, or null for the whole centre. */
  readonly unit: UnitCode | null
}

type Group = 'unit' | 'village' | 'item' | 'channel' | 'month'
type Groups<Figures> = Readonly<Record<Group, readonly Figures[]>>

/** The figures of cases in a period; units, villages, channels and months stand in it with their zeros. */
export interface CaseReportFacts extends CaseReportWanted {
  readonly at: Instant
  readonly whole: CaseFigures
  readonly groups: Groups<CaseFigures>
  readonly ratings: Groups<RatingFigures> & { readonly whole: RatingFigures }
  readonly letters: LetterCount
  readonly clerks: readonly ClerkFigures[]
  readonly names: Readonly<Record<'unit' | 'village' | 'item' | 'staff', ReadonlyMap<string, string>>>
}

/** Reads the report from the events of every case that lived in the period, in one snapshot (C301, R7). */
export function readCaseReport(tx: Tx, wanted: CaseReportWanted): CaseReportFacts {
  const { at } = tx
  const period = { from: wanted.from, to: wanted.to, at }
  const courses = readCourses(tx, wanted)
  const names = {
    unit: new Map(findUnits(tx).map(({ code, name }) => [code as string, name])),
    village: new Map(findVillages(tx).map(({ code, name }) => [code as string, name])),
    item: findItemNames(tx),
    staff: findReportNames(tx).staff,
  }
  const units = wanted.unit === null ? [...names.unit.keys()] : [wanted.unit]
  const piles: Readonly<Record<Group, readonly Pile[]>> = {
    unit: pilesBy(courses, units, ({ unit }) => unit),
    village: pilesBy(courses, [AT_CENTRE, ...names.village.keys()], ({ village }) => village ?? AT_CENTRE),
    item: pilesBy(courses, [...new Set(courses.map(({ item }) => item))].toSorted(), ({ item }) => item),
    channel: pilesBy(courses, CASE_CHANNELS, ({ channel }) => channel),
    month: monthsOf(period).map(({ month, ...part }) => ({ key: month, courses, part })),
  }
  const each = <Figures>(
    read: (key: string, courses: readonly RatedCourse[], part: ReportPeriod) => Figures,
  ): Groups<Figures> => {
    const of = (group: Group) =>
      piles[group].map(({ key, courses, part = period }) => read(key, courses, part))
    return {
      unit: of('unit'),
      village: of('village'),
      item: of('item'),
      channel: of('channel'),
      month: of('month'),
    }
  }
  return {
    ...wanted,
    at,
    whole: caseFigures('all', courses, period),
    groups: each(caseFigures),
    ratings: { whole: ratingFigures('all', courses, period), ...each(ratingFigures) },
    letters: letterCount(tx, wanted),
    clerks: clerkFigures(courses, period),
    names,
  }
}

/** The cases of one row, and the part of the period that it is of when not the whole. */
interface Pile {
  readonly key: string
  readonly courses: readonly RatedCourse[]
  readonly part?: ReportPeriod
}

function pilesBy(
  courses: readonly RatedCourse[],
  keys: readonly string[],
  keyOf: (course: RatedCourse) => string,
): Pile[] {
  const piles = pilesOf(courses, keyOf)
  return keys.map((key) => ({ key, courses: piles.get(key) ?? [] }))
}

function readCourses(tx: Tx, { from, to, judged, unit }: CaseReportWanted): RatedCourse[] {
  const { present } = readClockRules(tx)
  const context: ClockContext =
    judged === 'own_time' ? present : { calendar: present.calendar, settings: present.settings }
  const heads = findCaseHeads(tx, { since: midnight(from), before: midnight(addDays(to, 1)), unit })
  const courses: RatedCourse[] = []
  for (const head of heads) {
    const course = courseOf(context, rulesOf(itemOf(tx, head)), findBareEvents(tx, head.id), tx.at)
    if (course !== null) courses.push({ ...course, level: head.level })
  }
  return courses
}

function midnight(day: PlainDate): Instant {
  return instantAt(day, '00:00' as PlainTime)
}
