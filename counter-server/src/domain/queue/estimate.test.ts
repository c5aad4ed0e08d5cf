import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow, RELIEF, SOCIAL } from '../../../test/queue-fixtures.ts'
import { estimateWait, quoteAtEnd, rolledWith, rollForComer, shownWait } from './estimate.ts'
import type { HallWindow } from './hall-window.ts'

// Twenty legs of exactly 8 minutes: shrinkage and scaling leave 8, so every draw is 8.
const EIGHT = { configuredMean: 8, observed: Array.from({ length: 20 }, () => 8) }
const known = {
  byTopic: new Map([
    [RELIEF, EIGHT],
    [SOCIAL, EIGHT],
  ]),
  observedInLine: 20,
  missShare: 0,
  returnShare: 0,
  paceSpread: 0,
  walkMinutes: 0,
  turnMinutes: 0,
  priority: [],
  sessions: [],
}
const queue = (count: number) =>
  Array.from({ length: count }, (_, index) => aTicket({ serial: index + 1, issuedAt: at('09:30') }))
const asked = aTicket({ serial: 90, issuedAt: at('09:40') })
const serving = aTicket({ serial: 80, status: 'serving', window: 1, startedAt: at('09:37') })
const points = (hall: ReturnType<typeof aHall>) => {
  const { ahead, quote } = estimateWait(asked, hall, known)
  return quote === null ? [ahead, null] : [ahead, quote.p10, quote.p50, quote.p80, quote.p90]
}

describe('the wait', () => {
  test('[Q60] at a free window with three ahead is three services', () => {
    expect(points(aHall({ waiting: queue(3) }))).toEqual([3, 24, 24, 24, 24])
  })

  test('[Q60] begins with the rest of what the window is doing', () => {
    // Eight minutes, of which three are over: five, then one service.
    expect(points(aHall({ windows: [aWindow(1, { occupant: serving })], waiting: queue(1) }))).toEqual([
      1, 13, 13, 13, 13,
    ])
  })

  test('[Q60] takes two minutes for a service that is longer than any known', () => {
    const long = { ...serving, startedAt: at('09:10') }
    expect(points(aHall({ windows: [aWindow(1, { occupant: long })] }))).toEqual([0, 2, 2, 2, 2])
  })

  test('[Q60] is shared by the windows that serve the topic', () => {
    const windows = [aWindow(1), aWindow(2), aWindow(3, { services: { social: 'main' } })]
    expect(points(aHall({ windows, waiting: queue(4) }))).toEqual([4, 16, 16, 16, 16])
  })

  test('[Q60] counts a batch ticket as many services', () => {
    const waiting = queue(1).map((ticket) => ({ ...ticket, weight: 3 }))
    expect(points(aHall({ waiting }))).toEqual([1, 24, 24, 24, 24])
  })

  test('[Q60] at a window that only helps comes after what is main there', () => {
    const windows = [
      aWindow(1, { services: { social: 'main', relief: 'helps' } }),
      aWindow(2, { occupant: { ...serving, window: 2, startedAt: at('09:40') } }),
    ]
    const waiting = [aTicket({ serial: 1, topic: SOCIAL, issuedAt: at('09:35') })]
    expect(points(aHall({ windows, waiting }))).toEqual([1, 8, 8, 8, 8])
  })

  test('[Q60] is the same for the same ticket at each asking, and its points are in order', () => {
    const hall = aHall({ windows: [aWindow(1), aWindow(2)], waiting: queue(12) })
    const vague = { ...known, byTopic: new Map([[RELIEF, { configuredMean: 8, observed: [] }]]) }
    const { quote } = estimateWait(asked, hall, vague)
    expect(estimateWait(asked, hall, vague).quote).toEqual(quote)
    const values = [quote?.p10, quote?.p50, quote?.p80, quote?.p90]
    expect(values).toEqual(values.toSorted((a, b) => Number(a) - Number(b)))
    // Twelve services of 8 minutes at two windows take 48 minutes, give or take the spread of the draws.
    expect(quote?.p50).toBeGreaterThan(36)
    expect(quote?.p50).toBeLessThan(54)
  })

  test('[Q60] counts a minute for whoever does not come when called', () => {
    const outlook = { ...known, missShare: 1 }
    expect(estimateWait(asked, aHall({ waiting: queue(3) }), outlook).quote?.p50).toBe(3)
    // Who comes back to the line after it takes his eight minutes too.
    const back = { ...outlook, returnShare: 1 }
    expect(estimateWait(asked, aHall({ waiting: queue(3) }), back).quote?.p50).toBe(27)
  })

  test('[Q60] counts the way to the window, which keeps it busy', () => {
    const outlook = { ...known, walkMinutes: 2 }
    expect(estimateWait(asked, aHall({ waiting: queue(3) }), outlook).quote?.p50).toBe(30)
  })

  test('[Q60] counts the turn to the next one after each visit, the present one too', () => {
    const outlook = { ...known, turnMinutes: 1 }
    const windows = [aWindow(1, { occupant: { ...serving, startedAt: at('09:35') } })]
    const hall = aHall({ windows, waiting: queue(3) })
    const plain = estimateWait(asked, hall, known).quote?.p50 ?? Number.NaN
    expect(estimateWait(asked, hall, outlook).quote?.p50).toBe(plain + 4)
  })

  test.each([
    // There at 09:45, five minutes early, and by its key before 10:00: called at 09:48, so the asked one at 09:56.
    ['09:50', 16],
    // Not there at 09:48, when the asked one is called.
    ['09:58', 8],
    // Behind the asked one by its key.
    ['10:05', 8],
  ])('[Q60] with an appointment at %s and one ahead is %i minutes', (time, minutes) => {
    const hall = aHall({ waiting: queue(1), bookings: [{ topic: RELIEF, at: at(time) }] })
    expect(points(hall)).toEqual([1, minutes, minutes, minutes, minutes])
  })

  test('[Q60] lets priority numbers to come go first within the head start, and only then', () => {
    // Ten a minute: until 10:00, the key of the asked one, there is always one of them.
    const outlook = { ...known, priority: [{ topic: RELIEF, perHour: 600 }] }
    const hall = aHall({ waiting: queue(1) })
    expect(estimateWait(asked, hall, outlook).quote?.p10).toBeGreaterThan(20)
    const priority = aTicket({ serial: 90, cls: 'priority', issuedAt: at('09:40') })
    expect(estimateWait(priority, hall, outlook).quote?.p90).toBe(0)
    const closed = { ...outlook, sessions: [{ from: at('08:30'), to: at('09:40') }] }
    expect(estimateWait(asked, hall, closed).quote?.p90).toBe(8)
  })

  test('[Q60] goes on after the noon break, unless the window works through it', () => {
    const sessions = [
      { from: at('08:30'), to: at('09:50') },
      { from: at('10:30'), to: at('12:00') },
    ]
    // Free at 09:56, six minutes into the break: called when it ends.
    expect(estimateWait(asked, aHall({ waiting: queue(2) }), { ...known, sessions }).quote?.p50).toBe(50)
    const inBreak = aHall({ waiting: queue(2), now: at('09:55') })
    expect(estimateWait(asked, inBreak, { ...known, sessions }).quote?.p50).toBe(16)
  })

  test('[Q60] counts on a paused window from the end of its pause', () => {
    const duty = { ...aWindow(2).duty, until: at('09:50') } as HallWindow['duty']
    const windows = [aWindow(1), aWindow(2, { state: 'paused', duty })]
    // 09:40 and 09:48 at the first window, 09:50 at the second.
    expect(points(aHall({ windows, waiting: queue(2) }))).toEqual([2, 10, 10, 10, 10])
  })

  test('[Q62] is not given without an open window, only the people ahead', () => {
    expect(points(aHall({ windows: [aWindow(1, { state: 'paused' })], waiting: queue(3) }))).toEqual([
      3,
      null,
    ])
  })

  test('[Q62] is not given below 20 observations in the line', () => {
    const few = { ...known, observedInLine: 19 }
    expect(estimateWait(asked, aHall({ waiting: queue(3) }), few)).toEqual({ ahead: 3, quote: null })
  })

  test('[Q62] counts as ahead only who shares an open window and comes first', () => {
    const waiting = [
      ...queue(2),
      aTicket({ serial: 50, topic: SOCIAL, issuedAt: at('09:30') }),
      aTicket({ serial: 91, issuedAt: at('09:41') }),
      asked,
    ]
    const windows = [aWindow(1), aWindow(2, { services: { social: 'main' } })]
    expect(estimateWait(asked, aHall({ windows, waiting }), known).ahead).toBe(2)
  })
})

describe('what is shown of a wait', () => {
  test.each([
    [12, 18, 'range', 10, 20],
    [10, 20, 'range', 10, 20],
    [15, 15, 'range', 15, 15],
    [1, 4, 'under_5', 0, 5],
    [0, 0, 'under_5', 0, 5],
    [4, 6, 'range', 0, 10],
    [100, 130, 'range', 100, 130],
    [121, 140, 'over_120', 120, 140],
  ] as const)('[Q62] for P50 %s and P80 %s is %s %s to %s', (p50, p80, kind, low, high) => {
    expect(shownWait(p50, p80, false)).toEqual({ kind, low, high })
  })

  test('[Q62] with nobody ahead and a free window is 马上叫您', () => {
    expect(estimateWait(asked, aHall(), known).quote?.shown).toEqual({ kind: 'now', low: 0, high: 0 })
  })
})

describe('numbers taken within the same second', () => {
  const comer = (topic: TopicKey) => ({
    topic,
    directedWindow: null,
    baseTime: toMs(at('09:40')),
    protectedAt: null,
    weight: 1,
  })

  test('[Q65] share one rolling, in which each finds those before it', () => {
    const windows = [aWindow(1), aWindow(2, { services: { social: 'main' } })]
    const hall = aHall({ windows, waiting: queue(2) })
    let rolled = rollForComer('ordinary', { hall, outlook: known, seed: 'any' })
    const next = (topic: TopicKey) => {
      const p50 = quoteAtEnd(rolled, comer(topic), hall, 1)?.p50
      rolled = rolledWith(rolled, comer(topic), hall)
      return p50
    }
    expect([next(RELIEF), next(SOCIAL), next(RELIEF), next(SOCIAL)]).toEqual([16, 0, 24, 8])
  })

  test('[Q65] the last of a line waits as one by one, window by window', () => {
    const windows = [aWindow(1), aWindow(2), aWindow(3, { services: { social: 'main', relief: 'helps' } })]
    const waiting = [...queue(5), aTicket({ serial: 60, topic: SOCIAL, issuedAt: at('09:35') })]
    const hall = aHall({ windows, waiting })
    const rolled = rollForComer('ordinary', { hall, outlook: known, seed: 'any' })
    const alone = estimateWait(asked, hall, known).quote
    expect(quoteAtEnd(rolled, comer(RELIEF), hall, 5)).toEqual(alone)
  })
})
