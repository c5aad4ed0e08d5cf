import { describe, expect, test } from 'vitest'
import { randomOf, serviceDrawOf, shrunkMean, turnMean } from './service-time.ts'

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
const minutes = (count: number, each: number) => Array.from({ length: count }, () => each)

describe('the service time of a topic', () => {
  test.each([
    [0, 8],
    [20, 6],
    [60, 5],
  ])('[Q61] with %s observations of 4 minutes and 8 configured has the mean %s', (count, expected) => {
    expect(shrunkMean({ configuredMean: 8, observed: minutes(count, 4) })).toBeCloseTo(expected, 10)
  })

  test('[Q61] leaves out what is shorter than 20 seconds or longer than 90 minutes', () => {
    const observed = [...minutes(20, 4), 0.3, 90.1]
    expect(shrunkMean({ configuredMean: 8, observed })).toBeCloseTo(6, 10)
  })

  test('[Q61] is drawn from the observations scaled to the mean once there are 20', () => {
    const draw = serviceDrawOf({ configuredMean: 8, observed: [...minutes(10, 2), ...minutes(10, 6)] })
    const random = randomOf('a')
    // The mean of 2 and 6 is 4; shrunk it is 6, so 2 becomes 3 and 6 becomes 9.
    const drawn = Array.from({ length: 200 }, () => draw(random))
    expect([...new Set(drawn)].toSorted((a, b) => a - b)).toEqual([3, 9])
  })

  test('[Q61] is lognormal with the shrunk mean and CV 0.7 while there are fewer', () => {
    const draw = serviceDrawOf({ configuredMean: 8, observed: [] })
    const random = randomOf('b')
    const drawn = Array.from({ length: 50_000 }, () => draw(random))
    const centre = mean(drawn)
    const spread = Math.sqrt(mean(drawn.map((each) => (each - centre) ** 2)))
    expect(centre).toBeGreaterThan(7.8)
    expect(centre).toBeLessThan(8.2)
    expect(spread / centre).toBeGreaterThan(0.65)
    expect(spread / centre).toBeLessThan(0.75)
  })
})

describe('the generator', () => {
  test('[Q60] gives the same numbers for the same ticket, and others for another', () => {
    const three = (seed: string) => {
      const random = randomOf(seed)
      return [random(), random(), random()]
    }
    expect(three('ticket-1')).toEqual(three('ticket-1'))
    expect(three('ticket-1')).not.toEqual(three('ticket-2'))
  })

  test('[Q60] spreads evenly over 0 to 1', () => {
    const random = randomOf('even')
    const tenths = new Array<number>(10).fill(0)
    for (let count = 0; count < 10_000; count += 1) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    expect(Math.min(...tenths)).toBeGreaterThan(880)
    expect(Math.max(...tenths)).toBeLessThan(1120)
  })
})

test.each([
  [0, 0],
  [20, 0.5],
  [60, 0.75],
])('[Q60] %s turns of a minute have the mean %s: few say little', (count, expected) => {
  expect(turnMean(minutes(count, 1))).toBeCloseTo(expected, 10)
})
