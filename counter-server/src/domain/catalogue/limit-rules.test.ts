import type { Limit } from '@counter/shared/vocabulary/clock'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StatutoryLimit } from '../case/item-rules.ts'
import { isOverStatutory, kindProblem, naturalDays, needsReason } from './limit-rules.ts'

const wd = (value: number): Limit => ({ value, unit: 'workday' })
const days = (value: number): Limit => ({ value, unit: 'day' })
const law = (limit: Limit, scope: StatutoryLimit['scope'] = 'whole'): StatutoryLimit => ({
  ...limit,
  scope,
  starts: 'acceptance',
})

describe('the promise and the law', () => {
  test.each([
    [wd(1), 2],
    [wd(3), 5],
    [wd(5), 7],
    [wd(20), 28],
    [wd(0.5), 1],
    [days(30), 30],
  ])('[C104] counts %o as natural days', (limit, expected) => {
    expect(naturalDays(limit)).toBe(expected)
  })

  test.each([
    ['as long as the law', wd(20), law(wd(20)), false],
    ['a day more', wd(21), law(wd(20)), true],
    ['20 working days are 28 days, within 28', wd(20), law(days(28)), false],
    ['20 working days are 28 days, over 27', wd(20), law(days(27)), true],
    ['30 days against 21 working days, which are 30', days(30), law(wd(21)), false],
    ['30 days against 20 working days, which are 28', days(30), law(wd(20)), true],
    ['a limit of the county is not compared', wd(30), law(wd(5), 'county'), false],
    ['a limit of the township is compared', wd(30), law(wd(5), 'township'), true],
    ['no limit by law', wd(30), null, false],
  ] as const)('[C104] %s', (_name, committed, statutory, expected) => {
    expect(isOverStatutory(committed, statutory)).toBe(expected)
  })

  test.each([
    ['20 working days need none', wd(20), null, false],
    ['21 working days do', wd(21), null, true],
    ['30 days need none', days(30), null, false],
    ['31 days do', days(31), null, true],
    ['with a limit by law none is asked', wd(60), law(wd(90)), false],
  ] as const)('[C104] a reason for a long promise: %s', (_name, committed, statutory, expected) => {
    expect(needsReason(committed, statutory)).toBe(expected)
  })

  test('[C104] a longer promise is never within the law where a shorter one is over it', () => {
    const limit = fc.record({
      value: fc.integer({ min: 1, max: 120 }),
      unit: fc.constantFrom('workday', 'day'),
    })
    fc.assert(
      fc.property(limit, limit, fc.integer({ min: 0, max: 60 }), (promise, by, more) => {
        const longer = { ...promise, value: promise.value + more } as Limit
        expect(
          isOverStatutory(promise as Limit, law(by as Limit)) && !isOverStatutory(longer, law(by as Limit)),
        ).toBe(false)
      }),
    )
  })
})

describe('immediate and deadline items', () => {
  const immediate = { caseType: 'immediate', committed: wd(0), pauses: 0, isExtendable: false } as const
  const deadline = { caseType: 'deadline', committed: wd(0.5), pauses: 3, isExtendable: true } as const
  test.each([
    [immediate, null],
    [{ ...immediate, committed: wd(1) }, 'immediate_counts'],
    [{ ...immediate, pauses: 1 }, 'immediate_pauses'],
    [{ ...immediate, isExtendable: true }, 'immediate_extends'],
    [deadline, null],
    [{ ...deadline, committed: wd(0) }, 'deadline_none'],
    [{ ...deadline, committed: days(1) }, null],
    [{ ...deadline, committed: days(0.5) }, 'deadline_none'],
  ] as const)('[C105] %o: %s', (facts, expected) => {
    expect(kindProblem(facts)).toBe(expected)
  })
})
