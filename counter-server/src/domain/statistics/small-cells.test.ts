import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hideSmall } from './small-cells.ts'

test.each([
  [
    [12, 0, 7],
    [12, 0, 7],
  ],
  [
    [12, 3, 4, 7],
    [12, 'small', 'small', 7],
  ],
  [
    [12, 3, 0, 7],
    [12, 'small', 0, 'beside'],
  ],
  [
    [5, 4],
    ['beside', 'small'],
  ],
  [[3], ['small']],
  [
    [3, 0, 0],
    ['small', 0, 0],
  ],
  [
    [6, 6, 1],
    ['beside', 6, 'small'],
  ],
  [[], []],
])('[U39] %j is published as %j', (counts, expected) => {
  expect(hideSmall(counts, 5)).toEqual(expected)
})

test('[U39] no hidden count of several can be reckoned from the total and the others', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 12 }), (counts) => {
      const shown = hideSmall(counts, 5)
      for (const [place, each] of shown.entries()) {
        const count = counts[place] ?? 0
        if (each === 'small') expect(count).toBeLessThan(5)
        else if (each === 'beside') expect(count).toBeGreaterThanOrEqual(5)
        else expect([count, count === 0 || count >= 5]).toEqual([each, true])
      }
      // One alone is hidden only where nobody else has any: then the total is as small, and hidden as well.
      const hidden = counts.filter((_, place) => typeof shown[place] === 'string')
      if (hidden.length === 1) expect(counts.reduce((sum, each) => sum + each, 0)).toBe(hidden[0])
    }),
  )
})
