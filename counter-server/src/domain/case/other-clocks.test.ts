import { describe, expect, test } from 'vitest'
import { CALENDAR, CONTEXT, day, hall, ITEM, received, record } from '../../../test/case-fixture.ts'
import { accepted, clocksOf, committedOf } from '../../../test/clock-fixture.ts'
import { addWorkingDays, workingCalendar } from '../calendar/working-calendar.ts'
import { caseClocks } from './case-clocks.ts'
import { naturalDue } from './due.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { projectCase } from './projection.ts'

describe('natural days', () => {
  test('[C507] sixty days from 3 August: nominal 2 October, by law the 8th, for the house 30 September', () => {
    expect(naturalDue(CALENDAR, day('2026-08-03'), 60)).toEqual({
      nominal: '2026-10-02',
      legal: '2026-10-08',
      target: '2026-09-30',
    })
  })

  test('[C507] the committed clock takes the target and the statutory one the legal day', () => {
    const item: ItemRules = {
      ...ITEM,
      committed: { value: 60, unit: 'day' },
      statutory: { value: 60, unit: 'day', scope: 'township', starts: 'acceptance' },
    }
    const clocks = clocksOf(accepted('2026-08-03'), item, '2026-08-13')
    expect(clocks.committed).toMatchObject({ dueOn: '2026-09-30', used: 10, left: 48 })
    expect(clocks.statutory).toMatchObject({ dueOn: '2026-10-08' })
  })

  test('[C701] the light counts natural days to the target: of thirty, yellow at six left', () => {
    const item: ItemRules = { ...ITEM, committed: { value: 30, unit: 'day' } }
    // 30 days from 1 July is Friday 31 July.
    expect(committedOf(accepted('2026-07-01'), item, '2026-07-01').yellowAt).toBe(hall('2026-07-25 00:00'))
  })
})

describe('the other clocks', () => {
  test('[C514] the notice clock gives five days from the receipt', () => {
    expect(clocksOf(record(['2026-09-28', received()]), ITEM, '2026-09-28').notice?.dueOn).toBe('2026-10-10')
  })

  test('[C515] when the last listed paper comes in, a new notice clock starts', () => {
    const asked: CaseFact = {
      type: 'supplement.requested',
      payload: { lines: [{ name: '户口簿', problem: '缺' }] },
    }
    const brought: CaseFact = { type: 'supplement.handed_in', payload: { names: ['户口簿'] } }
    const events = record(['2026-07-01', received()], ['2026-07-02', asked], ['2026-07-13', brought])
    expect(clocksOf(events.slice(0, 2), ITEM, '2026-07-10')).toMatchObject({
      notice: { state: 'stopped' },
      waiting: { state: 'running', dueOn: '2026-07-23' },
    })
    expect(clocksOf(events, ITEM, '2026-07-13')).toMatchObject({
      notice: { state: 'running', startedOn: '2026-07-13', dueOn: '2026-07-20' },
      waiting: { state: 'stopped' },
    })
  })

  test('[V25] the notice clock of a village case is yellow one day earlier', () => {
    const yellow = (channel: 'window' | 'village') =>
      clocksOf(record(['2026-07-06', received({ channel })]), ITEM, '2026-07-06').notice?.yellowAt
    expect([yellow('window'), yellow('village')]).toEqual([
      hall('2026-07-10 00:00'),
      hall('2026-07-09 00:00'),
    ])
  })
})

describe('a corrected calendar', () => {
  test("[C522] the same events with another calendar give that calendar's answer and nothing is remembered", () => {
    const bare = workingCalendar([], CALENDAR.officeHours)
    const state = projectCase(accepted('2026-09-30 15:00'))
    const due = (calendar: typeof CALENDAR) =>
      caseClocks(state, ITEM, { ...CONTEXT, calendar }, hall('2026-10-01')).committed?.dueOn
    expect([due(CALENDAR), due(bare), due(CALENDAR)]).toEqual(['2026-10-13', '2026-10-09', '2026-10-13'])
    expect(addWorkingDays(bare, day('2026-09-30'), 5)).toBe('2026-10-09')
  })
})
