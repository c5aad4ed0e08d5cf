import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCEPTED, day, PAUSED, RESUMED } from '../../../test/case-fixture.ts'
import { at, course, DECIDED, type Entry, HANDED_IN, LIST, NOW } from '../../../test/figures-fixture.ts'
import { caseFigures, monthsOf } from './case-figures.ts'

const FLOWS = [
  'received',
  'accepted',
  'decided',
  'otherwise',
  'onSpot',
  'onTime',
  'daysN',
  'paused',
  'thirdPartyDays',
  'residentDays',
  'converted',
  'secondNotices',
  'extended',
] as const

/** A believable life of a case: the days between its steps, and how far it came. */
const LIVES = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([start, gaps, steps]) => {
    const way = [at({}), LIST, HANDED_IN, ACCEPTED, PAUSED, RESUMED, DECIDED]
    let on = Date.UTC(2026, 3, 1) + start * 86_400_000
    const entries = way.slice(0, steps + 1).map((fact, place): Entry => {
      on += (gaps[place] ?? 0) * 86_400_000
      return [`${new Date(on).toISOString().slice(0, 10)} 10:00`, fact]
    })
    return course(entries)
  })

test('[C707] whatever the cases: months add up to the year, and what came in is decided, ended or open', () => {
  const year = { from: day('2026-04-01'), to: day('2026-07-14'), at: NOW }
  fc.assert(
    fc.property(fc.array(LIVES, { maxLength: 12 }), (courses) => {
      const whole = caseFigures('all', courses, year)
      const months = monthsOf(year).map((part) => caseFigures(part.month, courses, part))
      for (const flow of FLOWS) expect(months.reduce((sum, each) => sum + each[flow], 0)).toBe(whole[flow])
      expect(whole.received).toBe(whole.decided + whole.otherwise + whole.open)
      expect(whole.overdue).toBeLessThanOrEqual(whole.open)
      let before = 0
      for (const { received: came, decided, otherwise, open } of months) {
        expect(open).toBe(before + came - decided - otherwise)
        before = open
      }
    }),
    { numRuns: 60 },
  )
})
