import type { TopicKey } from '@counter/shared/vocabulary/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandsOf, roomFor, type TopicLoad } from './bands.ts'
import { BOOKING_DEFAULTS } from './booking.ts'

const RELIEF = 'relief' as TopicKey
const SOCIAL = 'social' as TopicKey
const PICKUP = 'pickup' as TopicKey

function loads(all: Record<string, [readonly number[], number]>): Map<TopicKey, TopicLoad> {
  return new Map(
    Object.entries(all).map(([topic, [windows, meanMinutes]]) => [
      topic as TopicKey,
      { windows: new Set(windows), meanMinutes },
    ]),
  )
}

function room(
  topic: TopicKey,
  all: Map<TopicKey, TopicLoad>,
  booked: [TopicKey, number][] = [],
  changes = {},
) {
  const noShowRate = 0.25
  return roomFor(
    topic,
    { loads: all, booked: new Map(booked), noShowRate },
    { ...BOOKING_DEFAULTS, ...changes },
  )
}

describe('bands', () => {
  test('[Q38] bands of 30 minutes lie whole inside the sessions of the office', () => {
    expect(
      bandsOf([
        ['08:30', '10:00'],
        ['14:00', '15:20'],
      ]),
    ).toEqual(['08:30', '09:00', '09:30', '14:00', '14:30'])
    expect(bandsOf([['09:00', '09:20']])).toEqual([])
  })

  // 4 windows × 30 min / 8 min = 15 services; 30 % of them are 4.5.
  test('[Q38] 30 % of what the planned windows can serve can be booked, rounded down', () => {
    const hall = loads({ relief: [[1, 2, 3, 4], 8] })
    expect(room(RELIEF, hall)).toBe(4)
    expect(room(RELIEF, hall, [[RELIEF, 3]])).toBe(1)
    expect(room(RELIEF, hall, [[RELIEF, 4]])).toBe(0)
    expect(room(RELIEF, hall, [[RELIEF, 9]])).toBe(0)
  })

  test('[Q38] a share that comes out even is not lost to rounding', () => {
    expect(room(RELIEF, loads({ relief: [[1, 2], 6] }))).toBe(3)
    expect(room(RELIEF, loads({ relief: [[1], 3] }))).toBe(3)
  })

  test('[Q38] topics of the same windows share their minutes, others do not', () => {
    const hall = loads({ relief: [[1, 2], 6], social: [[2], 9], pickup: [[3], 5] })
    expect(room(RELIEF, hall)).toBe(3)
    expect(room(RELIEF, hall, [[SOCIAL, 1]])).toBe(1)
    expect(room(RELIEF, hall, [[PICKUP, 1]])).toBe(3)
    expect(room(PICKUP, hall, [[RELIEF, 3]])).toBe(1)
  })

  test('[Q38] with overbooking on, as many more are taken as usually do not come', () => {
    const hall = loads({ relief: [[1, 2, 3, 4], 9] })
    expect(room(RELIEF, hall, [[RELIEF, 4]])).toBe(0)
    expect(room(RELIEF, hall, [[RELIEF, 4]], { overbook: true })).toBe(1)
    expect(room(RELIEF, hall, [[RELIEF, 5]], { overbook: true })).toBe(0)
  })

  test('[Q38] whatever is booked one by one never takes more than the share of the minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.array(fc.constantFrom(RELIEF, SOCIAL), { maxLength: 80 }),
        (windows, relief, social, wanted) => {
          const all = Array.from({ length: windows }, (_, place) => place + 1)
          const hall = loads({ relief: [all, relief], social: [all, social] })
          const booked = new Map<TopicKey, number>([])
          for (const topic of wanted) {
            const left = roomFor(topic, { loads: hall, booked, noShowRate: 0 }, BOOKING_DEFAULTS)
            if (left > 0) booked.set(topic, (booked.get(topic) ?? 0) + 1)
          }
          const taken = (booked.get(RELIEF) ?? 0) * relief + (booked.get(SOCIAL) ?? 0) * social
          expect(taken).toBeLessThanOrEqual(0.3 * windows * 30 + 0.001)
        },
      ),
    )
  })
})
