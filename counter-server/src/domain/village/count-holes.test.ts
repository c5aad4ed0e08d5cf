import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Counted, countMissing, withHeard } from './count-holes.ts'

const NOTHING: Counted = { highest: 0, holes: [] }
const heard = (...seqs: readonly number[]) => seqs.reduce(withHeard, NOTHING)

describe('the count of a device', () => {
  test.each([
    [[1, 2, 3], { highest: 3, holes: [] }],
    [[1, 4], { highest: 4, holes: [{ first: 2, last: 3 }] }],
    [[3], { highest: 3, holes: [{ first: 1, last: 2 }] }],
    [[1, 4, 3], { highest: 4, holes: [{ first: 2, last: 2 }] }],
    [[1, 4, 3, 2], { highest: 4, holes: [] }],
    [
      [6, 3],
      {
        highest: 6,
        holes: [
          { first: 1, last: 2 },
          { first: 4, last: 5 },
        ],
      },
    ],
    [[2, 2, 1, 1], { highest: 2, holes: [] }],
  ])('[V53] after %j is %j', (seqs, counted) => {
    expect(heard(...seqs)).toEqual(counted)
  })

  test('[V53] misses what lies below its highest and was not heard, in whatever order it came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }), (seqs) => {
        const known = new Set(seqs)
        expect(countMissing(heard(...seqs))).toBe(Math.max(...seqs) - known.size)
      }),
    )
  })
})
