import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow, RELIEF, SOCIAL } from '../../../test/queue-fixtures.ts'
import { estimateWait, shownWait } from './estimate.ts'

// Twenty legs of exactly 8 minutes: shrinkage and scaling leave 8, so every draw is 8.
const EIGHT = { configuredMean: 8, observed: Array.from({ length: 20 }, () => 8) }
const known = {
  byTopic: new Map([
    [RELIEF, EIGHT],
    [SOCIAL, EIGHT],
  ]),
  observedInLine: 20,
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
    const vague = { byTopic: new Map([[RELIEF, { configuredMean: 8, observed: [] }]]), observedInLine: 20 }
    const { quote } = estimateWait(asked, hall, vague)
    expect(estimateWait(asked, hall, vague).quote).toEqual(quote)
    const values = [quote?.p10, quote?.p50, quote?.p80, quote?.p90]
    expect(values).toEqual(values.toSorted((a, b) => Number(a) - Number(b)))
    // Twelve services of 8 minutes at two windows take 48 minutes, give or take the spread of the draws.
    expect(quote?.p50).toBeGreaterThan(36)
    expect(quote?.p50).toBeLessThan(54)
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
