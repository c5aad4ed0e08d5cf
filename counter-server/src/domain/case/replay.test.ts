import { CASE_EVENT_TYPES } from '@counter/shared/vocabulary/case'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factOf } from '../../../test/case-facts.fixture.ts'
import {
  ACCEPTED,
  CONTEXT,
  hall,
  ITEM,
  PAUSED,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { NEW_CASE } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { nextState, projectCase } from './projection.ts'

const someRecord = fc
  .array(fc.constantFrom(...CASE_EVENT_TYPES), { maxLength: 12 })
  .map((types) =>
    record(['2026-07-01', received()], ...types.map((type) => ['2026-07-02', factOf(type)] as const)),
  )

const stepByStep = (events: readonly CaseEvent[]) =>
  events.reduce((state, event, place) => nextState(events.slice(0, place), state, event), NEW_CASE)

describe('replaying', () => {
  test('[C301] step by step equals all at once', () => {
    fc.assert(
      fc.property(someRecord, (events) => {
        expect(stepByStep(events)).toEqual(projectCase(events))
      }),
    )
  })

  test('[C522] does not depend on the order in which the events arrive', () => {
    const shuffled = someRecord.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(projectCase(mixed)).toEqual(projectCase(events))
      }),
    )
  })

  test('[C522] notes, marks and urgings between the events move no clock', () => {
    const way = [
      ['2026-07-01', received()],
      ['2026-07-01', ACCEPTED],
      ['2026-07-02', PAUSED],
      ['2026-07-06', RESUMED],
    ] as const
    const unrelated = ['case.noted', 'case.urged', 'case.taken', 'case.transferred'] as const
    const dueAfter = (events: readonly CaseEvent[]) =>
      caseClocks(projectCase(events), ITEM, CONTEXT, hall('2026-07-07')).committed?.dueAt
    // Five working days from Wednesday the 1st end on the 8th; two of them were paused.
    expect(dueAfter(record(...way))).toBe(hall('2026-07-10 17:30'))
    for (const type of unrelated) {
      const mixed = record(way[0], way[1], ['2026-07-01', factOf(type)], way[2], way[3])
      expect(dueAfter(mixed), type).toBe(hall('2026-07-10 17:30'))
    }
  })
})
