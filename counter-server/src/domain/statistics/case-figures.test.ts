import type { VillageCode } from '@counter/shared/vocabulary/ids'
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
  RESUMED,
  record,
} from '../../../test/case-fixture.ts'
import {
  at,
  CONVERTED,
  course,
  DECIDED,
  type Entry,
  HANDED_IN,
  IN_TIME,
  JUNE,
  LIST,
  MORE_DAYS,
  NOW,
  VOIDED,
  WITHDRAWN,
} from '../../../test/figures-fixture.ts'
import { workingCalendar } from '../calendar/working-calendar.ts'
import type { CaseFact } from '../case/event.ts'
import type { ItemRules } from '../case/item-rules.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../case/settings.ts'
import { courseOf } from './case-course.ts'
import { caseFigures, clerkFigures, monthsOf } from './case-figures.ts'

describe('the figures of cases', () => {
  test('[C707] received, accepted, decided and in time by hand; days count without the weekend', () => {
    const late = course([
      ['2026-06-12', at({})],
      ['2026-06-12', ACCEPTED],
      ['2026-06-23', DECIDED],
    ])
    // 15, 16, 17 are three days; 15, 16, 17, 18, 22, 23 are six, one more than was promised.
    expect(caseFigures('all', [IN_TIME, late], JUNE)).toMatchObject({
      received: 2,
      accepted: 2,
      decided: 2,
      open: 0,
      overdue: 0,
      onTime: 1,
      onTimeShare: 50,
      daysN: 2,
      daysMean: 4.5,
      onSpot: 0,
    })
  })

  test('[C503] at the due instant in time, a millisecond later not', () => {
    const until = (when: string) =>
      course([
        ['2026-06-12', at({})],
        ['2026-06-12', ACCEPTED],
        [when, DECIDED],
      ])
    expect(until('2026-06-22 17:30:00.000').decided?.isOnTime).toBe(true)
    expect(until('2026-06-22 17:30:00.001').decided?.isOnTime).toBe(false)
    expect(until('2026-06-22 17:30:00.000').overdue).toBeNull()
    expect(until('2026-06-22 17:30:00.001').overdue).toEqual({
      from: hall('2026-06-22 17:30'),
      until: hall('2026-06-22 17:30:00.001'),
    })
  })

  test('[C202] what was finished on the spot has no days; what was converted has a promise, counted with its clerk', () => {
    const immediate = { caseType: 'immediate' } as const
    const onSpot = course(
      [
        ['2026-06-12', at(immediate)],
        ['2026-06-12', ACCEPTED],
        ['2026-06-12', DECIDED],
      ],
      {
        item: IMMEDIATE,
      },
    )
    const converted = course(
      [
        ['2026-06-12', at(immediate)],
        ['2026-06-12', CONVERTED],
        ['2026-06-15', ACCEPTED],
        ['2026-06-16', DECIDED],
      ],
      { item: IMMEDIATE },
    )
    // The promise of three days runs from the receipt, so two days of it were used.
    expect(caseFigures('all', [onSpot, converted], JUNE)).toMatchObject({
      decided: 2,
      onSpot: 1,
      onSpotShare: 50,
      onTime: 2,
      daysN: 1,
      daysMean: 2,
      converted: 1,
    })
    expect(clerkFigures([onSpot, converted], JUNE)).toEqual([
      { key: 'one', converted: 1, secondNotices: 0, extended: 0, paused: 0 },
    ])
  })

  test('[C404] a further list is counted in its month, the first one never; the days of waiting are the resident’s', () => {
    const asked = course([
      ['2026-06-26', at({})],
      ['2026-06-26', LIST],
      ['2026-06-30', HANDED_IN],
      ['2026-07-01', LIST],
      ['2026-07-03', HANDED_IN],
    ])
    const july = { ...JUNE, from: day('2026-07-01'), to: day('2026-07-31') }
    // Monday 29 and Tuesday 30 June; then Thursday 2 and Friday 3 July.
    expect(caseFigures('all', [asked], JUNE)).toMatchObject({ secondNotices: 0, residentDays: 2, open: 1 })
    expect(caseFigures('all', [asked], july)).toMatchObject({ secondNotices: 1, residentDays: 2, open: 1 })
  })

  test('[C509, C801] paused days are a third party’s: the day of pausing is not, the day of resuming is', () => {
    const paused = course([
      ['2026-06-12', at({})],
      ['2026-06-12', ACCEPTED],
      ['2026-06-15', PAUSED],
      ['2026-06-18', RESUMED],
      ['2026-06-23', DECIDED],
    ])
    // 16, 17, 18 stood still. Used: 15, 22, 23.
    expect(caseFigures('all', [paused], JUNE)).toMatchObject({
      paused: 1,
      thirdPartyDays: 3,
      onTime: 1,
      daysMean: 3,
    })
    // Papers that the resident brings are awaited at his charge, where the county's rule stops the clock for them.
    const awaited = course([
      ['2026-06-12', at({})],
      ['2026-06-12', ACCEPTED],
      ['2026-06-15', { ...PAUSED, payload: { ...PAUSED.payload, reason: 'awaited_papers' } } as CaseFact],
      ['2026-06-17', RESUMED],
    ])
    expect(caseFigures('all', [awaited], JUNE)).toMatchObject({ thirdPartyDays: 0, residentDays: 2 })
  })

  test('[C513] an extension is counted; what ended without a decision is neither decided nor open', () => {
    const extended = course([
      ['2026-06-12', at({})],
      ['2026-06-12', ACCEPTED],
      ['2026-06-15', MORE_DAYS],
      ['2026-06-24', DECIDED],
    ])
    const withdrawn = course([
      ['2026-06-12', at({})],
      ['2026-06-16', WITHDRAWN],
    ])
    // Seven days now: 15, 16, 17, 18, 22, 23, 24.
    expect(caseFigures('all', [extended, withdrawn], JUNE)).toMatchObject({
      received: 2,
      decided: 1,
      onTime: 1,
      otherwise: 1,
      open: 0,
      extended: 1,
    })
  })

  test('[C507] a promise in natural days makes its days in working days, so that they can be averaged', () => {
    const natural: ItemRules = { ...ITEM, committed: { value: 15, unit: 'day' } }
    const read = course(
      [
        ['2026-06-12', at({})],
        ['2026-06-12', ACCEPTED],
        ['2026-06-22', DECIDED],
      ],
      {
        item: natural,
      },
    )
    // Ten natural days with two weekends and the Dragon Boat Friday in them: 15, 16, 17, 18, 22.
    expect(read.decided).toMatchObject({ days: 5, isOnTime: true })
  })

  test('[C605] judged by the rules of its time, or by those of today, when a notice made the 16th a day off', () => {
    const off = { date: day('2026-06-16'), name: '临时放假', kind: 'arranged' } as const
    const versions = CALENDAR.versions.map((version) =>
      version.year === 2026 ? { ...version, off: [...version.off, off] } : version,
    )
    const today = {
      calendar: workingCalendar(versions, CALENDAR.officeHours),
      settings: DEFAULT_CLOCK_SETTINGS,
    }
    const entries: Entry[] = [
      ['2026-06-12', at({})],
      ['2026-06-12', ACCEPTED],
      ['2026-06-23', DECIDED],
    ]
    const then = course(entries, { context: { ...today, inForceAt: () => CONTEXT } })
    const now = course(entries, { context: today })
    // Due on the 22nd by the old rules, so the 23rd was late after six days; by the new ones due that very day.
    expect([then.decided?.isOnTime, then.decided?.days]).toEqual([false, 6])
    expect([now.decided?.isOnTime, now.decided?.days]).toEqual([true, 5])
  })

  test('[C434] what was entered in error is no case, nor is a draft', () => {
    const events = record(['2026-06-12', at({})], ['2026-06-13', VOIDED]).map((each) => ({
      ...each,
      actor: 'x',
    }))
    expect(courseOf(CONTEXT, ITEM, events, NOW)).toBeNull()
    expect(courseOf(CONTEXT, ITEM, [], NOW)).toBeNull()
  })

  test('[C707] open and overdue stand as they stood at the end of the period, whatever came later', () => {
    const late = course([
      ['2026-06-12', at({})],
      ['2026-06-12', ACCEPTED],
      ['2026-07-02', DECIDED],
    ])
    const open = course([
      ['2026-06-12', at({ village: '05' as VillageCode, channel: 'village' })],
      ['2026-06-12', ACCEPTED],
    ])
    expect(caseFigures('all', [late, open], JUNE)).toMatchObject({ open: 2, overdue: 2 })
    const july = { ...JUNE, from: day('2026-07-01'), to: day('2026-07-31') }
    expect(caseFigures('all', [late, open], july)).toMatchObject({
      received: 0,
      decided: 1,
      open: 1,
      overdue: 1,
    })
    const early = { ...JUNE, to: day('2026-06-21') }
    expect(caseFigures('all', [late, open], early)).toMatchObject({ open: 2, overdue: 0 })
  })

  test('[C707] months are cut to the period and name themselves', () => {
    const period = { from: day('2026-11-20'), to: day('2027-02-03'), at: NOW }
    expect(monthsOf(period).map(({ month, from, to }) => [month, from, to])).toEqual([
      ['2026-11', '2026-11-20', '2026-11-30'],
      ['2026-12', '2026-12-01', '2026-12-31'],
      ['2027-01', '2027-01-01', '2027-01-31'],
      ['2027-02', '2027-02-01', '2027-02-03'],
    ])
  })
})
