import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import { expect, test } from 'vitest'
import { at, course, DECIDED, IN_TIME, JUNE, WITHDRAWN } from '../../../test/figures-fixture.ts'
import type { CaseCourse } from './case-course.ts'
import { ratingFigures } from './rating-figures.ts'

const rated = (of: CaseCourse, level: RatingLevel | null) => ({ ...of, level })

test('[C1003] what was not rated is no level; shares are of those who rated', () => {
  const courses = ([1, 2, 3, 3, 4, 5, 5, null, null, null] as const).map((level) => rated(IN_TIME, level))
  // Ten ended, seven of them were rated: 70 %. Four of seven are content: 57.1 %.
  expect(ratingFigures('all', courses, JUNE)).toEqual({
    key: 'all',
    ended: 10,
    rated: 7,
    ratedShare: 70,
    levels: { 1: 1, 2: 1, 3: 2, 4: 1, 5: 2 },
    satisfied: 4,
    satisfiedShare: 57.1,
    low: 3,
  })
  expect(ratingFigures('all', [rated(IN_TIME, null)], JUNE)).toMatchObject({
    rated: 0,
    satisfiedShare: null,
  })
})

test('[C1002] a rating stands with the end of its case, a refused or withdrawn one too; what is open has none', () => {
  const july = course([
    ['2026-06-12', at({})],
    ['2026-07-01', DECIDED],
  ])
  const withdrawn = course([
    ['2026-06-12', at({})],
    ['2026-06-15', WITHDRAWN],
  ])
  const open = course([['2026-06-12', at({})]])
  const courses = [rated(july, 1), rated(withdrawn, 5), rated(open, null)]
  expect(ratingFigures('all', courses, JUNE)).toMatchObject({ ended: 1, rated: 1, low: 1 })
})
