import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONTEXT, hall, ITEM, PAUSED, RESUMED, received, record } from '../../../test/case-fixture.ts'
import { accepted, committedOf, workdays } from '../../../test/clock-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { projectCase } from './projection.ts'

describe('the explanation of a due date', () => {
  test('[U9] is the count itself, run by run', () => {
    const { segments } = committedOf(accepted('2026-09-30 15:00'), ITEM, '2026-09-30 16:00')
    const shown = segments.map(({ from, to, reason, name, counted }) => [from, to, reason, name, counted])
    expect(shown).toEqual([
      ['2026-09-30', '2026-09-30', 'start', null, 0],
      ['2026-10-01', '2026-10-07', 'holiday', '国庆节', 0],
      ['2026-10-08', '2026-10-09', 'counted', null, 2],
      ['2026-10-10', '2026-10-10', 'makeup', '国庆节调休上班', 1],
      ['2026-10-11', '2026-10-11', 'weekend', null, 0],
      ['2026-10-12', '2026-10-13', 'counted', null, 2],
    ])
  })

  test('[C509] shows paused days with the event that paused them, charged to the third party', () => {
    const events = accepted('2026-07-06', ['2026-07-07', PAUSED], ['2026-07-09', RESUMED])
    expect(committedOf(events, ITEM, '2026-07-10').segments).toContainEqual({
      from: '2026-07-08',
      to: '2026-07-09',
      reason: 'paused',
      name: 'expert_review',
      counted: 0,
      chargedTo: 'third_party',
      eventId: 'e3',
    })
  })

  const someInstant = fc
    .integer({ min: 0, max: 60 * 24 * 500 })
    .map(
      (minutes) => new Date(Date.parse('2025-06-01T00:00:00Z') + minutes * 60_000).toISOString() as Instant,
    )

  test('[C522] counted segments sum to used, and to the limit when the case is in time', () => {
    fc.assert(
      fc.property(
        someInstant,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })), {
          maxLength: 3,
        }),
        fc.integer({ min: 0, max: 90 }),
        (start, days, stops, later) => {
          const pauses = stops.map(([after, length], place) => ({
            eventId: `p${place}`,
            reason: 'expert_review' as const,
            pausedAt: hall(`${addDays(civilDate(start), after)} 10:00`),
            resumedAt: hall(`${addDays(civilDate(start), after + length)} 11:00`),
            told: { value: length, unit: 'workday' as const },
          }))
          const asOf = hall(`${addDays(civilDate(start), later)} 12:00`)
          const state = { ...projectCase(record(['2026-07-06', received()])), acceptedAt: start, pauses }
          const reading = caseClocks(
            { ...state, status: 'reviewing' },
            workdays(days),
            CONTEXT,
            asOf,
          ).committed
          const segments = reading?.segments ?? []
          const upTo = (last: string) =>
            segments.filter(({ to }) => to <= last).reduce((sum, { counted }) => sum + counted, 0)
          expect(upTo(civilDate(asOf))).toBe(reading?.used)
          expect(upTo(reading?.dueOn ?? '')).toBe(days)
        },
      ),
    )
  })
})
