import type { StaffId, TicketId, TopicKey, VillageCode } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { ESTIMATE_MODEL, type Quote } from '../queue/estimate.ts'
import { fairnessOf } from './fairness.ts'
import { faultsOf } from './faults.ts'
import { groupsOf, wholeOf } from './groups.ts'
import { hourLoad, usualLoad } from './hour-load.ts'
import { scoreOf } from './score.ts'
import { summaryOf } from './summary.ts'
import { windowUse } from './utilisation.ts'
import {
  type DayRecord,
  type HallEvent,
  type LegRecord,
  type TicketRecord,
  type Visit,
  visitsOf,
} from './visit.ts'

const DAY = '2026-06-12' as PlainDate
const MINUTE = 60_000

/** An instant of the day by the clock in the hall. */
const at = (time: string) => new Date(Date.parse(`2026-06-12T${time}+08:00`)).toISOString() as Instant

function ticket(id: string, changes: Partial<TicketRecord> = {}): TicketRecord {
  const issuedAt = changes.issuedAt ?? at('09:00:00')
  return {
    id: id as TicketId,
    number: id,
    line: 'general',
    topic: 'relief' as TopicKey,
    cls: 'ordinary',
    channel: 'kiosk',
    status: 'served',
    issuedAt,
    baseTime: toMs(issuedAt),
    firstCalledAt: null,
    finishedAt: null,
    endedAt: null,
    outcome: 'consulted',
    postpones: 0,
    quote: null,
    village: null,
    ...changes,
  }
}

function leg(of: string, changes: Partial<LegRecord> = {}): LegRecord {
  return {
    ticket: of as TicketId,
    window: 1,
    staff: 'one' as StaffId,
    calledAt: at('09:10:00'),
    startedAt: null,
    endedAt: null,
    topicServed: 'relief' as TopicKey,
    kind: 'next',
    ...changes,
  }
}

function event(type: string, subject: string, time: string, data: HallEvent['data'] = {}): HallEvent {
  return { at: at(time), type, subject, actor: 'staff:one', data }
}

function aDay(tickets: TicketRecord[], legs: LegRecord[] = [], events: HallEvent[] = []): Visit[] {
  return visitsOf({ day: DAY, tickets, legs, events } satisfies DayRecord)
}

/** A visit that waited so many minutes and was served for so many. */
function visit(id: string, waited: number, served: number, changes: Partial<TicketRecord> = {}): Visit {
  const start = toMs(at('09:00:00')) + waited * MINUTE
  const instant = (ms: number) => new Date(ms).toISOString() as Instant
  const [called, ended] = [instant(start), instant(start + served * MINUTE)]
  return aDay(
    [ticket(id, { firstCalledAt: called, finishedAt: ended, ...changes })],
    [leg(id, { calledAt: called, startedAt: called, endedAt: ended })],
  )[0] as Visit
}

describe('the lengths of a visit', () => {
  test('[Q68, QT9] the wait ends with the first call; a recall moves the walk and not the wait', () => {
    const [found] = aDay(
      [ticket('a', { firstCalledAt: at('09:10:00'), finishedAt: at('09:25:00') })],
      [leg('a', { startedAt: at('09:13:00'), endedAt: at('09:25:00') })],
      [event('ticket.recalled', 'a', '09:12:00')],
    )
    expect(found).toMatchObject({ waitMs: 10 * MINUTE, stayMs: 25 * MINUTE })
    expect(found?.legs).toMatchObject([{ walkMs: 1 * MINUTE, serviceMs: 12 * MINUTE }])
  })

  test('[Q68] what a visit was held is no service', () => {
    const [found] = aDay(
      [ticket('a', { firstCalledAt: at('09:10:00'), finishedAt: at('10:00:00') })],
      [leg('a', { startedAt: at('09:10:00'), endedAt: at('10:00:00') })],
      [event('ticket.held', 'a', '09:20:00'), event('ticket.called', 'a', '09:45:00', { kind: 'return' })],
    )
    expect(found?.legs[0]?.serviceMs).toBe(25 * MINUTE)
  })

  test.each([
    [
      'an appointment who comes early waits from its time',
      'appointment',
      '09:00:00',
      '09:30:00',
      '09:35:00',
      5,
    ],
    [
      'an appointment who comes late waits from the arrival',
      'appointment',
      '09:36:00',
      '09:30:00',
      '09:40:00',
      4,
    ],
    [
      'a holder who is called before the time did not wait',
      'appointment',
      '09:00:00',
      '09:30:00',
      '09:20:00',
      0,
    ],
    ['a lent number arrived at its base', 'ordinary', '10:00:00', '09:00:00', '10:05:00', 65],
  ] as const)('[Q68] %s', (_what, cls, issued, base, called, waited) => {
    const [found] = aDay([
      ticket('a', { cls, issuedAt: at(issued), baseTime: toMs(at(base)), firstCalledAt: at(called) }),
    ])
    expect(found?.waitMs).toBe(waited * MINUTE)
  })

  test('[Q68] utilisation is service through duty less pauses', () => {
    const visits = [visit('a', 0, 30), visit('b', 40, 20)]
    const events = [
      event('window.opened', 'window:1', '09:00:00'),
      event('window.paused', 'window:1', '10:00:00'),
      event('window.resumed', 'window:1', '10:20:00'),
      event('window.closed', 'window:1', '11:00:00'),
      event('window.opened', 'window:2', '10:30:00'),
    ]
    expect(windowUse(events, visits, at('11:00:00'))).toEqual([
      { window: 1, dutyMinutes: 120, pausedMinutes: 20, serviceMinutes: 50, utilisation: 50 },
      { window: 2, dutyMinutes: 30, pausedMinutes: 0, serviceMinutes: 0, utilisation: 0 },
    ])
  })

  test('[Q68] a duty that nobody closed lasts until the end of its day, however much later it is read', () => {
    const events = [
      event('window.opened', 'window:1', '22:00:00'),
      event('window.opened', 'window:2', '22:00:00'),
      event('window.paused', 'window:2', '23:00:00'),
    ]
    const weeksLater = '2026-07-03T01:00:00.000Z' as Instant
    expect(windowUse(events, [], weeksLater)).toEqual([
      { window: 1, dutyMinutes: 120, pausedMinutes: 0, serviceMinutes: 0, utilisation: 0 },
      { window: 2, dutyMinutes: 120, pausedMinutes: 60, serviceMinutes: 0, utilisation: 0 },
    ])
  })

  test('[Q68] a duty that the boot of the next day closed ends with its own day', () => {
    const nextMorning = {
      ...event('window.closed', 'window:1', '08:00:00'),
      at: '2026-06-13T00:00:00.000Z' as Instant,
    }
    expect(
      windowUse([event('window.opened', 'window:1', '23:30:00'), nextMorning], [], nextMorning.at),
    ).toEqual([{ window: 1, dutyMinutes: 30, pausedMinutes: 0, serviceMinutes: 0, utilisation: 0 }])
  })
})

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

describe('the score of what was told', () => {
  const quote = (
    p10: number,
    p50: number,
    p90: number,
    high: number,
    kind: Quote['shown']['kind'] = 'range',
  ) => ({
    ahead: 3,
    quote: {
      p10,
      p50,
      p80: high,
      p90,
      shown: { kind, low: 0, high },
      windows: 2,
      model: ESTIMATE_MODEL,
    } as Quote,
  })

  test('[Q64] bias, MAE, RMSE, kept and coverage, beside people ahead through windows', () => {
    // Told 10 and waited 12, 7 and 14; the shown end is 12; service 8 minutes, so the rival says (3 + 1) · 8 / 2 = 16.
    const visits = [12, 7, 14].map((waited, place) =>
      visit(`${place}`, waited, 8, { quote: quote(8, 10, 13, 12) }),
    )
    expect(scoreOf(visits).all).toEqual({
      n: 3,
      bias: -1,
      mae: 3,
      rmse: 3.1,
      kept: 66.7,
      coverage: 33.3,
      baseline: { n: 3, bias: 5, mae: 5, rmse: 5.8 },
    })
    expect(scoreOf(visits).goals).toEqual({ kept: false, bias: true, rmse: true })
    expect(scoreOf(visits)).toMatchObject({ byLine: [{ key: 'general', n: 3 }], byDay: [{ key: DAY, n: 3 }] })
  })

  test('[Q64] at once is kept within a minute, beyond two hours has no upper end', () => {
    const visits = [
      visit('a', 1, 5, { quote: quote(0, 0, 1, 0, 'now') }),
      visit('b', 2, 5, { quote: quote(0, 0, 1, 0, 'now') }),
      visit('c', 400, 5, { quote: quote(100, 130, 200, 160, 'over_120') }),
    ]
    expect(scoreOf(visits).all.kept).toBe(66.7)
  })

  test('[Q64] cancelled, postponed, transferred, picked, by hand and direct quotes are counted apart', () => {
    const told = { quote: quote(1, 2, 3, 5), firstCalledAt: at('09:10:00') }
    const visits = aDay(
      [
        ticket('c', { ...told, status: 'cancelled', firstCalledAt: null }),
        ticket('l', { ...told, postpones: 1 }),
        ticket('t', told),
        ticket('p', told),
        ticket('h', told),
        ticket('d', told),
        ticket('n', { ...told, quote: { ahead: 3, quote: null } }),
        ticket('ok', told),
      ],
      [leg('p', { kind: 'pick' }), leg('d', { kind: 'direct' })],
      [
        event('ticket.transferred', 't', '09:05:00'),
        event('ticket.served_by_hand', 'h', '12:00:00'),
        event('ticket.transferred', 'ok', '09:20:00'),
      ],
    )
    const { apart, all } = scoreOf(visits)
    expect(apart).toEqual({ cancelled: 1, postponed: 1, transferred: 1, picked: 1, by_hand: 1, direct: 1 })
    expect(all.n).toBe(1)
  })

  test('[Q64] below 70 percent kept is an alarm from a hundred quotes on', () => {
    const many = (n: number, kept: number) =>
      Array.from({ length: n }, (_, place) =>
        visit(`${place}`, place < kept ? 5 : 50, 5, { quote: quote(1, 5, 9, 10) }),
      )
    expect(scoreOf(many(100, 69)).alarm).toBe(true)
    expect(scoreOf(many(100, 70)).alarm).toBe(false)
    expect(scoreOf(many(99, 0)).alarm).toBe(false)
  })
})

describe('the fairness report', () => {
  test('[Q70] picks, directs, early misses, undos, reclasses and protections, with reasons and by whom', () => {
    const report = fairnessOf([
      event('ticket.called', 'a', '09:00:00', { kind: 'pick', reason: '行动不便' }),
      event('ticket.called', 'b', '09:01:00', { kind: 'pick', reason: '行动不便' }),
      event('ticket.called', 'c', '09:02:00', { kind: 'next', reason: null }),
      event('ticket.started', 'd', '09:03:00', { trigger: 'direct', reason: '问路' }),
      event('ticket.missed', 'e', '09:04:00', { early: true, reason: '人走了' }),
      event('ticket.missed', 'f', '09:05:00', { early: false, reason: null }),
      { ...event('call.undone', 'g', '09:06:00'), actor: 'staff:two' },
      event('ticket.reclassed', 'h', '09:07:00', { reason: '持残疾证' }),
      { ...event('ticket.protected', 'i', '09:08:00'), actor: 'staff:two' },
    ])
    expect(report.lines).toEqual([
      { kind: 'pick', n: 2, reasons: [{ reason: '行动不便', n: 2 }] },
      { kind: 'direct', n: 1, reasons: [{ reason: '问路', n: 1 }] },
      { kind: 'early_miss', n: 1, reasons: [{ reason: '人走了', n: 1 }] },
      { kind: 'undo', n: 1, reasons: [] },
      { kind: 'reclass', n: 1, reasons: [{ reason: '持残疾证', n: 1 }] },
      { kind: 'protection', n: 1, reasons: [] },
    ])
    expect(report.byStaff).toEqual([
      {
        staff: 'staff:one',
        counts: { pick: 2, direct: 1, early_miss: 1, undo: 0, reclass: 1, protection: 0 },
      },
      {
        staff: 'staff:two',
        counts: { pick: 0, direct: 0, early_miss: 0, undo: 1, reclass: 0, protection: 1 },
      },
    ])
  })
})

describe('how full the hall was', () => {
  test('[Q68] the most who waited at once in each hour, and what is usual', () => {
    const visits = [
      visit('a', 30, 5),
      visit('b', 70, 5),
      visit('c', 200, 5, { firstCalledAt: null, status: 'waiting' }),
    ]
    const load = hourLoad(visits, toMs(at('11:30:00')))
    expect([...load]).toEqual([
      ['09', 3],
      ['10', 2],
      ['11', 1],
    ])
    expect([...usualLoad([load, new Map([['09', 2]])])]).toEqual([
      ['09', 2.5],
      ['10', 1],
      ['11', 0.5],
    ])
  })

  test('[Q68] whom only the boot of the next morning found absent waited on the day itself', () => {
    const late = at('21:30:00')
    const visits = aDay([
      ticket('a', { issuedAt: late, status: 'absent', endedAt: '2026-06-13T00:10:00.000Z' as Instant }),
    ])
    expect([...hourLoad(visits, toMs(at('23:00:00')))]).toEqual([
      ['21', 1],
      ['22', 1],
      ['23', 1],
    ])
  })
})
