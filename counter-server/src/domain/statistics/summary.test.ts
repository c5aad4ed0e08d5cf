import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { aDay, at, DAY, event, leg, MINUTE, ticket, visit } from '../../../test/statistics-fixtures.ts'
import { faultsOf } from './faults.ts'
import { groupsOf, wholeOf } from './groups.ts'
import { summaryOf } from './summary.ts'

describe('tables', () => {
  test('[Q69] n, mean, median, P90 by nearest rank, and the share over the target', () => {
    const lengths = [4, 8, 12, 20, 21, 30, 40, 50, 60, 90].map((each) => each * MINUTE)
    expect(summaryOf(lengths, 20)).toEqual({ n: 10, mean: 33.5, median: 25.5, p90: 60, overTarget: 60 })
    expect(summaryOf([], 20)).toEqual({ n: 0, mean: null, median: null, p90: null, overTarget: null })
  })

  test('[QT22] a mean keeps its hours', () => {
    expect(summaryOf([30, 150].map((each) => each * MINUTE))).toMatchObject({
      mean: 90,
      median: 90,
      p90: 150,
    })
  })

  test('[QT22] each day of a span stands once, and none is doubled', () => {
    const one = visit('a', 10, 5)
    const other = { ...visit('b', 20, 5), day: '2026-06-15' as PlainDate }
    expect(groupsOf([one, other, { ...one }], 'day', 20).map(({ key, issued }) => [key, issued])).toEqual([
      ['2026-06-12', 2],
      ['2026-06-15', 1],
    ])
  })

  test('[Q69, QT23] direct, by hand and unrecorded visits are counted and in no mean', () => {
    const visits = [
      visit('a', 10, 6),
      visit('u', 50, 600, { outcome: null }),
      ...aDay(
        [ticket('d', { firstCalledAt: at('09:00:00') }), ticket('h', { firstCalledAt: at('09:00:00') })],
        [leg('d', { kind: 'direct', startedAt: at('09:00:00'), endedAt: at('09:40:00') })],
        [event('ticket.served_by_hand', 'h', '12:00:00')],
      ),
    ]
    const whole = wholeOf(visits, 20)
    expect(whole).toMatchObject({ issued: 4, served: 4 })
    expect([whole.wait, whole.service]).toMatchObject([
      { n: 1, mean: 10 },
      { n: 1, mean: 6 },
    ])
  })

  test('[Q69] a negative length and one above twelve hours are listed and in no mean', () => {
    const visits = [visit('a', 10, 5), visit('b', -3, 5), visit('c', 721, 5), visit('e', 720, 5)]
    expect(wholeOf(visits, 20).wait).toMatchObject({ n: 2, mean: 365 })
    expect(faultsOf(visits)).toEqual([
      { day: DAY, number: 'b', what: 'wait', minutes: -3 },
      { day: DAY, number: 'c', what: 'wait', minutes: 721 },
      { day: DAY, number: 'c', what: 'stay', minutes: 726 },
      { day: DAY, number: 'e', what: 'stay', minutes: 725 },
    ])
  })

  test('[Q68] the share of absent numbers is of all that were issued', () => {
    const visits = [
      visit('a', 10, 5),
      ...aDay([ticket('b', { status: 'absent' }), ticket('c', { status: 'cancelled' })]),
    ]
    expect(wholeOf(visits, 20)).toMatchObject({ issued: 3, served: 1, absent: 1, absentShare: 33.3 })
  })

  test('[Q70] by line, topic, class, channel, window, hour, weekday, village and staff', () => {
    const far = visit('b', 70, 10, { cls: 'priority', line: 'social', village: '05' as VillageCode })
    const visits = [
      visit('a', 10, 5),
      { ...far, legs: [{ ...far.legs[0], topic: 'farm', window: 3 } as never] },
    ]
    const keys = (by: Parameters<typeof groupsOf>[1]) =>
      groupsOf(visits, by, 20).map(({ key, issued }) => [key, issued])
    expect(keys('line')).toEqual([
      ['general', 1],
      ['social', 1],
    ])
    // Asked for relief, served in farm: the wait belongs to the one, the service to the other (Q32).
    expect(groupsOf(visits, 'topic', 20).map(({ key, wait, service }) => [key, wait.n, service.n])).toEqual([
      ['farm', 0, 1],
      ['relief', 2, 1],
    ])
    expect(keys('class')).toEqual([
      ['ordinary', 1],
      ['priority', 1],
    ])
    expect(keys('channel')).toEqual([['kiosk', 2]])
    expect(groupsOf(visits, 'window', 20).map(({ key, service }) => [key, service.n])).toEqual([
      ['1', 1],
      ['3', 1],
    ])
    expect(keys('hour')).toEqual([['09', 2]])
    expect(keys('weekday')).toEqual([['5', 2]])
    expect(keys('village')).toEqual([['05', 1]])
    expect(keys('staff')).toEqual([['one', 2]])
  })
})
