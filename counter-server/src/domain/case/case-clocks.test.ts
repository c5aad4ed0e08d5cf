import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  hall,
  IMMEDIATE,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { accepted, clocksOf, committedOf, lightOf, workdays } from '../../../test/clock-fixture.ts'
import { fact } from './act.ts'
import type { CaseFact } from './event.ts'
import type { ItemRules } from './item-rules.ts'

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
