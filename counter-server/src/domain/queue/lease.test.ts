import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, refusal } from '../../../test/queue-fixtures.ts'
import { isClockTrusted, type KioskTime, leaseBaseTime, nextBlock } from './lease.ts'

const MINUTE = 60_000

describe('a block of emergency numbers', () => {
  test('[Q46] is the next of 901 to 999, and the last one is as short as what is left', () => {
    const first = nextBlock(null, 20)
    expect([first[0], first.at(-1), first.length]).toEqual([901, 920, 20])
    const last = nextBlock(980, 20)
    expect([last[0], last.at(-1), last.length]).toEqual([981, 999, 19])
  })

  test('[Q46] is refused when all are lent', () => {
    expect(() => nextBlock(999, 20)).toThrow(expect.objectContaining(refusal('lease.none')))
  })
})

describe('the base time of a number given without the server', () => {
  const limits = { grantedAt: at('09:00'), receivedAt: at('10:00'), lastBase: null, replacedBase: null }
  const time = (localTime: Instant, offsetMs = 0, hasLostClock = false): KioskTime => ({
    localTime,
    offsetMs,
    hasLostClock,
  })

  test.each([
    ['is local time and offset', time(at('09:40'), 2 * MINUTE), at('09:42')],
    ['is never before the grant', time(at('08:50')), at('09:00')],
    ['is never after the receipt', time(at('10:20')), at('10:00')],
    ['is the receipt when the clock was lost', time(at('09:40'), 0, true), at('10:00')],
    ['still follows a clock that is exactly 5 minutes off', time(at('09:40'), 5 * MINUTE), at('09:45')],
    ['is the receipt when it was more than 5 minutes off', time(at('09:40'), 5 * MINUTE + 1), at('10:00')],
    ['or as much ahead', time(at('09:40'), -5 * MINUTE - 1), at('10:00')],
  ])('[Q48] %s', (_what, taken, base) => {
    expect(instantOf(leaseBaseTime(taken, limits))).toBe(base)
  })

  test('[Q49] is the earlier one of the ticket it stands for', () => {
    const replaced = (base: Instant) => ({ ...limits, replacedBase: toMs(base) })
    expect(instantOf(leaseBaseTime(time(at('09:40')), replaced(at('09:38'))))).toBe(at('09:38'))
    expect(instantOf(leaseBaseTime(time(at('09:40')), replaced(at('09:41'))))).toBe(at('09:40'))
  })

  test('[Q48] never swaps two numbers of one kiosk, whatever its clock says', () => {
    const ms = fc.integer({ min: toMs(at('08:00')), max: toMs(at('12:00')) })
    const taken = fc.record({
      localTime: ms.map(instantOf),
      offsetMs: fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }),
      hasLostClock: fc.boolean(),
      afterMs: fc.nat({ max: 30 * MINUTE }),
      replacedBase: fc.option(ms),
    })
    fc.assert(
      fc.property(fc.array(taken, { maxLength: 20 }), (takes) => {
        let received = toMs(at('10:00'))
        let lastBase: number | null = null
        for (const { afterMs, replacedBase, ...each } of takes) {
          received += afterMs
          const grantedAt = at('09:00')
          const base = leaseBaseTime(each, {
            grantedAt,
            receivedAt: instantOf(received),
            lastBase,
            replacedBase,
          })
          expect(base).toBeGreaterThanOrEqual(lastBase ?? 0)
          expect(base).toBeLessThanOrEqual(received)
          const earliest = isClockTrusted(each) ? toMs(grantedAt) : received
          expect(base).toBeGreaterThanOrEqual(Math.min(earliest, replacedBase ?? earliest))
          lastBase = base
        }
      }),
      { seed: 48, numRuns: 500 },
    )
  })
})
