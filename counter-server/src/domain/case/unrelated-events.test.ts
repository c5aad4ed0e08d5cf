import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ACCEPTED,
  CONTEXT,
  day,
  hall,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { fact } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import type { CaseFact } from './event.ts'
import { projectCase } from './projection.ts'

/** What carries a case on, each with its day. */
const WAY: readonly (readonly [string, CaseFact])[] = [
  ['2026-06-12', received()],
  ['2026-06-12', { ...ACCEPTED, payload: { ...ACCEPTED.payload, toldDueOn: day('2026-06-22') } } as CaseFact],
  ['2026-06-15', fact('case.taken', { person: person('h') })],
  ['2026-06-16', PAUSED],
  ['2026-06-18', RESUMED],
]
/** What has nothing to do with the clocks. */
const BESIDE: readonly CaseFact[] = [
  fact('case.noted', { text: '来过电话', materials: [], clearedFlags: [] }),
  fact('case.urged', { by: 'resident' }),
  fact('check.recorded', { people: [person('h'), person('g')] }),
  fact('recusal.noted', { unit: 'SB' as never, person: null, reason: '当事单位' }),
  fact('case.edited', { changes: [{ field: 'phone', from: '19900000001', to: '19900000002' }] }),
  fact('withdrawal.asked', { reason: '不办了' }),
]
const NOW = hall('2026-06-20 10:00')
const readingOf = (facts: readonly (readonly [string, CaseFact])[]) => {
  const events = record(...facts)
  const state = projectCase(events)
  // Ids are places in the record, so they are left out of what is compared.
  const { committed } = caseClocks(state, ITEM, CONTEXT, NOW)
  return {
    dueOn: committed?.dueOn,
    dueAt: committed?.dueAt,
    used: committed?.used,
    left: committed?.left,
    told: state.told.map(({ dueOn }) => dueOn),
  }
}

test('[C522, C520] notes, urgings and checks, wherever they stand, move no clock and change no day that was told', () => {
  const plain = readingOf(WAY)
  // Paused from the 16th to the 18th: the 15th and 16th were used, five are over on the 24th.
  expect(plain).toMatchObject({ dueOn: '2026-06-24', used: 2, told: ['2026-06-22'] })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: WAY.length }), fc.constantFrom(...BESIDE)), {
        maxLength: 8,
      }),
      (beside) => {
        const facts = WAY.flatMap((step, place) => [
          step,
          ...beside.filter(([at]) => at === place + 1).map(([, each]) => [step[0], each] as const),
        ])
        expect(readingOf(facts)).toEqual(plain)
      },
    ),
  )
})

test('[C520] a day that was told is never another one, whatever is corrected or told later', () => {
  const later: readonly CaseFact[] = [
    fact('due.told', { how: 'phone', toldDueOn: day('2026-06-24') }),
    fact('event.voided', { eventId: 'e4', reason: '点错了' }),
    fact('event.voided', { eventId: 'e2', reason: '点错了' }),
    ...BESIDE,
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...later), { maxLength: 8 }), (facts) => {
      const { told } = readingOf([...WAY, ...facts.map((each) => ['2026-06-19', each] as const)])
      expect(told.slice(0, 1)).toEqual(['2026-06-22'])
    }),
  )
})
