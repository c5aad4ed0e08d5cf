import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  acting,
  CONTEXT,
  hall,
  IMMEDIATE,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { fact, possibleActs } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import { grantCase } from './decide-case.ts'
import type { CaseFact } from './event.ts'
import { legDays } from './legs.ts'
import { projectCase } from './projection.ts'

const moved = (unit: string) =>
  fact('case.transferred', { unit: unit as never, reason: '归口', needsTakeOver: true })
const takenOver = fact('transfer.taken_over', { person: person('h') })

describe('a hand-over', () => {
  const movedAtOnce = fact('case.transferred', { unit: 'SB' as never, reason: '归口' })
  const TAKEN = fact('case.taken', { person: person('h') })

  test('[C802] is not opened by a transfer from before there was a take-over: that moved the case at once', () => {
    const way = record(
      ['2026-06-12', received()],
      ['2026-06-12', ACCEPTED],
      ['2026-06-15', movedAtOnce],
      ['2026-06-16', TAKEN],
    )
    for (const events of [way.slice(0, 3), way]) expect(projectCase(events).handOver).toBeNull()
    const state = projectCase(way)
    expect(grantCase(acting(state, 'handler', '2026-06-18'), person('h'))).toHaveLength(1)
    // Monday the 15th is the sender's; 16, 17 and 18 June are the other's.
    expect(legDays(CONTEXT, state, ITEM, hall('2026-06-18')).map(({ unit, days }) => [unit, days])).toEqual([
      ['MZ', 1],
      ['SB', 3],
    ])
  })

  test('[C802] is over once the receiving unit has acted', () => {
    const way = record(['2026-06-12', received()], ['2026-06-12', ACCEPTED], ['2026-06-15', moved('SB')])
    expect(projectCase(way)).toMatchObject({ handOver: { from: 'MZ', to: 'SB' } })
    const taken = {
      ...TAKEN,
      seq: 4,
      id: 'e4',
      occurredAt: hall('2026-06-16'),
      recordedAt: hall('2026-06-16'),
    }
    const state = projectCase([...way, taken])
    expect(state.handOver).toBeNull()
    expect(state.legs.map(({ unit, from }) => [unit, from])).toEqual([
      ['MZ', hall('2026-06-12')],
      ['SB', hall('2026-06-16')],
    ])
  })

  test('[C802] ends with the notice of missing papers, so that the receiving unit goes on when they are in', () => {
    const way = record(
      ['2026-06-12', received()],
      ['2026-06-12', moved('SB')],
      ['2026-06-15', fact('supplement.requested', { lines: [{ name: '照片', problem: '没有带' }] })],
      ['2026-06-16', fact('supplement.handed_in', { names: ['照片'] })],
    )
    expect(projectCase(way.slice(0, 3))).toMatchObject({ status: 'supplement', unit: 'SB', handOver: null })
    const state = projectCase(way)
    expect(possibleActs(acting(state, 'handler', '2026-06-16'))).toContain('accept')
    expect(state.legs.map(({ unit }) => unit)).toEqual(['MZ', 'SB'])
  })

  test('[C802] ends with a decision on the spot, so that the receiving unit can hand over the result', () => {
    const way = record(
      ['2026-06-12', received({ caseType: 'immediate' })],
      ['2026-06-12', moved('SB')],
      ['2026-06-12', { ...ACCEPTED, payload: { materials: [], onSpot: true } } as CaseFact],
      [
        '2026-06-12',
        fact('case.decided', {
          decision: 'granted',
          onSpot: true,
          reason: '',
          remedies: '',
          approvedBy: null,
        }),
      ],
    )
    const state = projectCase(way)
    expect(state).toMatchObject({ status: 'decided', handOver: null })
    expect(possibleActs(acting(state, 'handler', '2026-06-12', IMMEDIATE))).toContain('deliver')
  })
})

describe('the legs of a case', () => {
  test('[C801] leave out what was paused, and charge nobody a day twice', () => {
    const way = record(
      ['2026-06-12', received()],
      ['2026-06-12', ACCEPTED],
      ['2026-06-15', PAUSED],
      ['2026-06-15 11:00', moved('SB')],
      ['2026-06-16', takenOver],
      ['2026-06-17', RESUMED],
    )
    const legs = legDays(CONTEXT, projectCase(way), ITEM, hall('2026-06-22'))
    // Monday the 15th counts, the 16th and the 17th stand still, then the 18th and the 22nd.
    expect(legs.map(({ unit, days }) => [unit, days])).toEqual([
      ['MZ', 1],
      ['SB', 2],
    ])
  })

  test('[C801] add up to what the promise has used, whenever the case changed hands and stood still', () => {
    const day = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(
        fc.uniqueArray(day, { minLength: 1, maxLength: 6 }),
        day,
        day,
        (days, pausedAfter, later) => {
          const on = (count: number, time: string) =>
            `${addDays(civilDate(hall('2026-07-06')), count)} ${time}`
          const moves = days
            .toSorted((a, b) => a - b)
            .flatMap((count, place) => [
              [on(count, '09:30'), moved(place % 2 === 0 ? 'SB' : 'MZ')] as const,
              [on(count, '10:00'), takenOver] as const,
            ])
          const events = [
            ['2026-07-06', received()] as const,
            ['2026-07-06', ACCEPTED] as const,
            ...moves,
            [on(pausedAfter, '15:00'), PAUSED] as const,
          ].toSorted((a, b) => (a[0].slice(0, 10) < b[0].slice(0, 10) ? -1 : 1))
          const state = projectCase(record(...events))
          const asOf = hall(on(later, '12:00'))
          const used = caseClocks(state, ITEM, CONTEXT, asOf).committed?.used
          const sum = legDays(CONTEXT, state, ITEM, asOf).reduce((total, { days: each }) => total + each, 0)
          expect(sum).toBe(used)
        },
      ),
    )
  })
})

test('[C421] an item that asks for two people is not decided before their check is recorded', () => {
  const item = { ...ITEM, needsCheck: true }
  const way = [
    ['2026-06-12', received()],
    ['2026-06-12', ACCEPTED],
    ['2026-06-12', fact('case.taken', { person: person('h') })],
  ] as const
  const checked = ['2026-06-15', fact('check.recorded', { people: [person('h'), person('g')] })] as const
  const decide = (...events: readonly (readonly [string, CaseFact])[]) =>
    grantCase(acting(projectCase(record(...events)), 'handler', '2026-06-16', item), person('h'))
  expect(() => decide(...way)).toThrow(expect.objectContaining({ code: 'check.missing' }))
  expect(decide(...way, checked)).toHaveLength(1)
})
