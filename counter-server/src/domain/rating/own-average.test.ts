import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import { expect, test } from 'vitest'
import { ownAverage } from './own-average.ts'

const levels = (text: string) => [...text].map((each) => Number(each) as RatingLevel)

test.each([
  ['', null],
  ['1111', null],
  ['11111', { n: 5, stars: 5 }],
  ['12345', { n: 5, stars: 3 }],
  // 5, 5, 4, 4 and 3 stars are 21 of 25.
  ['11223', { n: 5, stars: 4.2 }],
])('[C1004] of the levels %s a clerk is told %o', (given, expected) => {
  expect(ownAverage(levels(given))).toEqual(expected)
})

test('[C1004, U28] a sixth to ninth rating changes nothing, so that none can be told apart', () => {
  for (const more of ['5', '55', '555', '5555']) expect(ownAverage(levels(`11111${more}`))?.stars).toBe(5)
  expect(ownAverage(levels('1111155555'))).toEqual({ n: 10, stars: 3 })
})
