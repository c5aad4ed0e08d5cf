import type { ClockReading } from '@counter/shared/vocabulary/clock'
import { addDays, civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  CALENDAR,
  CONTEXT,
  day,
  hall,
  IMMEDIATE,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { addWorkingDays, workingCalendar } from '../calendar/working-calendar.ts'
import { fact } from './act.ts'
import { caseClocks, caseLight } from './case-clocks.ts'
import { naturalDue } from './due.ts'
import type { CaseEvent, CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { dueMarks, dueMarksOf } from './marks.ts'
import { projectCase } from './projection.ts'

const workdays = (value: number): ItemRules => ({ ...ITEM, committed: { value, unit: 'workday' } })

function clocksOf(events: readonly CaseEvent[], item: ItemRules, when: string) {
  return caseClocks(projectCase(events), item, CONTEXT, hall(when))
}

function committedOf(events: readonly CaseEvent[], item: ItemRules, when: string): ClockReading {
  const { committed } = clocksOf(events, item, when)
  if (committed === null) throw new Error('no committed clock')
  return committed
}

function lightOf(events: readonly CaseEvent[], item: ItemRules, when: string) {
  const state = projectCase(events)
  return caseLight(state, caseClocks(state, item, CONTEXT, hall(when)), hall(when))
}

const accepted = (when: string, ...later: readonly (readonly [string, CaseFact])[]) =>
  record([when, received()], [when, ACCEPTED], ...later)

describe('the committed clock', () => {
  test.each([
    ['[C502] five days over the National Day', '2026-09-30 15:00', 5, '2026-10-13', false],
    ['[C504] the make-up Sunday is day 1 and the due day', '2026-09-18 10:00', 1, '2026-09-20', false],
    ['[C519] twenty days into a year without official calendar', '2026-12-04 10:00', 20, '2027-01-04', true],
    ['[C506] accepted on a holiday evening', '2026-10-04 20:00', 3, '2026-10-12', false],
  ])('%s: from %s, %i wd is due %s, provisional %s', (_what, when, days, dueOn, provisional) => {
    expect(committedOf(accepted(when), workdays(days), when)).toMatchObject({ dueOn, provisional })
  })

  test('[C509] a pause from 9 to 20 March moves twenty days from 30 March to 13 April', () => {
    const events = accepted('2026-03-02', ['2026-03-09', PAUSED], ['2026-03-20', RESUMED])
    expect(committedOf(events, workdays(20), '2026-03-20')).toMatchObject({
      dueOn: '2026-04-13',
      used: 5,
      left: 15,
    })
  })

  test('[C509] off days inside a pause count once', () => {
    const events = accepted('2026-09-14', ['2026-09-22', PAUSED], ['2026-10-12', RESUMED])
    expect(committedOf(events, workdays(10), '2026-10-12')).toMatchObject({ dueOn: '2026-10-15', left: 3 })
  })

  test('[C509] pauses that overlap by back-dating leave each day out once', () => {
    const events = accepted(
      '2026-07-06',
      ['2026-07-07', PAUSED],
      ['2026-07-10', RESUMED],
      ['2026-07-08', PAUSED],
      ['2026-07-14', RESUMED],
    )
    // Counted: 7, 15, 16, 17, 20 July; left out: 8, 9, 10, 13, 14.
    expect(committedOf(events, ITEM, '2026-07-14')).toMatchObject({ dueOn: '2026-07-20', used: 1 })
  })

  test('[C509] a pause that ends on its own day leaves no day out', () => {
    const events = accepted('2026-07-06', ['2026-07-08 09:00', PAUSED], ['2026-07-08 16:00', RESUMED])
    expect(committedOf(events, ITEM, '2026-07-09').dueOn).toBe('2026-07-13')
  })

  test('[C302, C512, C513] a pause within an extension counts no more when the extension is taken back', () => {
    const extended = fact('case.extended', { days: 5, reason: '现场勘验', approvedBy: person('l') })
    const way = accepted(
      '2026-06-01',
      ['2026-06-03', extended],
      ['2026-06-10', PAUSED],
      ['2026-06-12', RESUMED],
    )
    // Ten working days end on the 15th; the 11th and 12th stand still.
    expect(committedOf(way, ITEM, '2026-06-12').dueOn).toBe('2026-06-17')
    const back = fact('event.voided', { eventId: way[2]?.id ?? '', reason: '批错了' })
    const without = accepted(
      '2026-06-01',
      ['2026-06-03', extended],
      ['2026-06-10', PAUSED],
      ['2026-06-12', RESUMED],
      ['2026-06-12', back],
    )
    // Five end on the 8th, before the pause began.
    expect(committedOf(without, ITEM, '2026-06-12')).toMatchObject({ dueOn: '2026-06-08', overdue: 4 })
  })

  test('[C510] while paused there is no due instant, but the day if it resumed today', () => {
    const events = accepted('2026-07-06', ['2026-07-07', PAUSED])
    expect(committedOf(events, ITEM, '2026-07-09')).toMatchObject({
      state: 'paused',
      dueAt: null,
      yellowAt: null,
      dueOn: '2026-07-15',
      used: 1,
      left: 4,
    })
  })

  test.each([
    ['the same day before closing', '2026-07-13 10:00', '2026-07-13 15:00', '2026-07-13'],
    ['a later day before closing', '2026-07-13 10:00', '2026-07-16 17:30', '2026-07-16'],
    ['after closing', '2026-07-13 10:00', '2026-07-16 17:31', '2026-07-17'],
    ['on a day off', '2026-07-13 10:00', '2026-07-18 10:00', '2026-07-20'],
    ['paused at the due instant itself', '2026-07-13 17:30', '2026-07-16 10:00', '2026-07-16'],
    ['paused one millisecond late', '2026-07-13 17:30:00.001', '2026-07-16 10:00', '2026-07-13'],
  ])('[C512] paused on its due day and resumed %s', (_what, pausedAt, resumedAt, dueOn) => {
    const events = accepted('2026-07-06', [pausedAt, PAUSED], [resumedAt, RESUMED])
    expect(committedOf(events, ITEM, resumedAt).dueOn).toBe(dueOn)
  })

  test('[C513] an extension adds its days to both clocks and to the limit', () => {
    const item: ItemRules = {
      ...workdays(20),
      statutory: { value: 20, unit: 'workday', scope: 'whole', starts: 'acceptance' },
    }
    const extended: CaseFact = {
      type: 'case.extended',
      payload: { days: 10, reason: '案情复杂', approvedBy: 'leader' as never },
    }
    const clocks = clocksOf(accepted('2026-08-31', ['2026-09-25', extended]), item, '2026-09-25')
    expect(clocks.committed).toMatchObject({ dueOn: '2026-10-16', limit: { value: 30 } })
    expect(clocks.statutory).toMatchObject({ dueOn: '2026-10-16' })
  })

  test('[C517] is cut to the statutory due date, and says so', () => {
    const item: ItemRules = {
      ...ITEM,
      committed: { value: 7, unit: 'day' },
      statutory: { value: 15, unit: 'day', scope: 'township', starts: 'receipt' },
    }
    // Received 1 July, statutory until 16 July; accepted on the 14th, seven days would end on the 21st.
    const late = record(['2026-07-01', received()], ['2026-07-14', ACCEPTED])
    expect(committedOf(late, item, '2026-07-14')).toMatchObject({ dueOn: '2026-07-16', cutToStatutory: true })
    const soon = record(['2026-07-01', received()], ['2026-07-01', ACCEPTED])
    expect(committedOf(soon, item, '2026-07-01')).toMatchObject({
      dueOn: '2026-07-08',
      cutToStatutory: false,
    })
  })

  test('[C202] of a converted case counts three days from the receipt', () => {
    const converted: CaseFact = { type: 'case.converted', payload: { reason: '系统故障' } }
    const events = record(
      ['2026-09-29', received({ caseType: 'immediate' })],
      ['2026-09-29 16:00', converted],
    )
    expect(committedOf(events, IMMEDIATE, '2026-09-29').dueOn).toBe('2026-10-09')
  })

  test('[C203] of an immediate case ends at the close of its day, then it is red', () => {
    const events = record(['2026-07-06', received({ caseType: 'immediate' })])
    expect(committedOf(events, IMMEDIATE, '2026-07-06').dueAt).toBe(hall('2026-07-06 17:30'))
    expect(lightOf(events, IMMEDIATE, '2026-07-06 17:30')).toBe('yellow')
    expect(lightOf(events, IMMEDIATE, '2026-07-06 17:31')).toBe('red')
  })

  test.each([
    ['2026-07-06 12:00', '2026-07-06 17:30', 'the closing minute belongs to the morning'],
    ['2026-07-06 12:00:00.001', '2026-07-07 12:00', 'after it the afternoon has begun'],
    ['2026-07-06 17:31', '2026-07-07 17:30', 'moved on, it counts as made at the opening'],
  ])('[C505] half a day from %s is due %s: %s', (when, due) => {
    expect(committedOf(accepted(when), workdays(0.5), when).dueAt).toBe(hall(due))
  })
})

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
