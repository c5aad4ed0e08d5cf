import { describe, expect, test } from 'vitest'
import { CONTEXT, hall, ITEM, PAUSED, RESUMED, received, record } from '../../../test/case-fixture.ts'
import { accepted, clocksOf, committedOf, lightOf, workdays } from '../../../test/clock-fixture.ts'
import type { CaseFact } from './event.ts'
import { dueMarks, dueMarksOf } from './marks.ts'

describe('the light', () => {
  const june = accepted('2026-06-12 10:00')

  test.each([
    ['2026-06-12 10:00', 'green'],
    ['2026-06-17 23:59:59.999', 'green'],
    ['2026-06-18 00:00', 'yellow'],
    ['2026-06-22 17:30', 'yellow'],
    ['2026-06-22 17:31', 'red'],
  ])('[S24] of five days accepted on Friday 12 June is, at %s, %s', (when, light) => {
    expect(lightOf(june, ITEM, when)).toBe(light)
  })

  test('[S24] is one day overdue on 23 June', () => {
    expect(committedOf(june, ITEM, '2026-06-23').overdue).toBe(1)
  })

  test('[C503] is in time at 17:30:00.000 and red one millisecond later, in light and mark alike', () => {
    const reading = committedOf(june, ITEM, '2026-06-22')
    const reds = (when: string) =>
      dueMarks(CONTEXT, reading, hall(when)).filter(({ threshold }) => threshold === 'red')
    expect([lightOf(june, ITEM, '2026-06-22 17:30:00.000'), reds('2026-06-22 17:30:00.000')]).toEqual([
      'yellow',
      [],
    ])
    expect(lightOf(june, ITEM, '2026-06-22 17:30:00.001')).toBe('red')
    expect(reds('2026-06-22 17:30:00.001')).toHaveLength(1)
  })

  test('[C701] of a one-day case is yellow only on the due day', () => {
    const events = accepted('2026-07-06')
    expect(lightOf(events, workdays(1), '2026-07-06 23:59')).toBe('green')
    expect(lightOf(events, workdays(1), '2026-07-07 00:00')).toBe('yellow')
  })

  test('[C703] is grey while paused, even if it was red, and yellow at once when little is left', () => {
    const late = accepted('2026-06-12 10:00', ['2026-06-23', PAUSED])
    expect(lightOf(late, ITEM, '2026-06-24')).toBe('paused')
    const resumed = accepted('2026-06-12 10:00', ['2026-06-18', PAUSED], ['2026-07-01', RESUMED])
    expect(lightOf(resumed, ITEM, '2026-07-01 10:00')).toBe('yellow')
  })

  test('[C701] of a received case is the notice clock, of a draft or a withdrawn one none', () => {
    const events = record(['2026-07-06', received()])
    expect(lightOf(events, ITEM, '2026-07-09 12:00')).toBe('green')
    expect(lightOf(events, ITEM, '2026-07-10 00:00')).toBe('yellow')
    const withdrawn: CaseFact = { type: 'case.withdrawn', payload: { reason: '' } }
    expect(lightOf(record(['2026-07-06', received()], ['2026-07-07', withdrawn]), ITEM, '2026-07-08')).toBe(
      'none',
    )
  })
})

describe('marks', () => {
  test('[C521] all crossings are found after an outage, each with the instant it was crossed', () => {
    const clocks = clocksOf(accepted('2026-06-12 10:00'), ITEM, '2026-06-24')
    expect(dueMarksOf(CONTEXT, clocks, hall('2026-06-24'))).toEqual([
      {
        kind: 'committed',
        threshold: 'yellow',
        dueAt: hall('2026-06-22 17:30'),
        crossedAt: hall('2026-06-18 00:00'),
      },
      {
        kind: 'committed',
        threshold: 'red',
        dueAt: hall('2026-06-22 17:30'),
        crossedAt: hall('2026-06-22 17:30'),
      },
      {
        kind: 'committed',
        threshold: 'unit_head',
        dueAt: hall('2026-06-22 17:30'),
        crossedAt: hall('2026-06-22 17:30'),
      },
      {
        kind: 'committed',
        threshold: 'deputy_leader',
        dueAt: hall('2026-06-22 17:30'),
        crossedAt: hall('2026-06-23 17:30'),
      },
    ])
  })

  test('[C521] a paused clock crosses nothing but the time told for the pause', () => {
    const clocks = clocksOf(accepted('2026-06-12 10:00', ['2026-06-15', PAUSED]), ITEM, '2026-08-24')
    // Ten working days after Monday 15 June, the 19th being a holiday.
    const due = hall('2026-06-30 17:30')
    expect(dueMarksOf(CONTEXT, clocks, hall('2026-08-24'))).toEqual([
      { kind: 'pause', threshold: 'red', dueAt: due, crossedAt: due },
    ])
  })
})
