import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import { isBad } from '../rating/rating.ts'
import type { CaseCourse } from './case-course.ts'
import type { ReportPeriod } from './case-figures.ts'
import { percent } from './summary.ts'

/** A case with the level that it was rated with; null 未评价. Nothing says who gave it. */
export type RatedCourse = CaseCourse & { readonly level: RatingLevel | null }

/** How content those are who rated the cases that ended in a period. */
export interface RatingFigures {
  readonly key: string
  readonly ended: number
  readonly rated: number
  readonly ratedShare: number | null
  /** How often each level was given, the best first. */
  readonly levels: Readonly<Record<RatingLevel, number>>
  /** 非常满意, 满意, 基本满意. */
  readonly satisfied: number
  /** Of those who rated: what was not rated is no level (C1003). */
  readonly satisfiedShare: number | null
  readonly low: number
}

/**
 * The ratings of some cases. Each stands in the period in which its case ended, whenever it was given, so that months add up and
 * nobody can rate more often than cases ended (C1002, C1003).
 */
export function ratingFigures(
  key: string,
  courses: readonly RatedCourse[],
  { from, to }: ReportPeriod,
): RatingFigures {
  const ended = courses.filter((course) => {
    const on = course.decided?.on ?? course.endedOn
    return on !== null && from <= on && on <= to
  })
  const given = ended.flatMap(({ level }) => level ?? [])
  const levels = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
  for (const level of given) levels[level] += 1
  const low = given.filter(isBad).length
  return {
    key,
    ended: ended.length,
    rated: given.length,
    ratedShare: percent(given.length, ended.length),
    levels,
    satisfied: given.length - low,
    satisfiedShare: percent(given.length - low, given.length),
    low,
  }
}
