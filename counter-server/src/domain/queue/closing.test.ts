import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../../test/queue-fixtures.ts'
import { type ClosingSettings, type Intake, intakeAfter, isLostToday, lostEnd } from './closing.ts'

const OPEN: Intake = { isStopped: false, changedAt: null }
const STOP: ClosingSettings = { mode: 'stop', graceMs: 15 * 60_000 }

function look(before: Intake, time: string, p80Minutes: number | null, settings = STOP) {
  const facts = { now: at(time), closesAt: at('17:30'), p80Minutes, meanMinutes: 8 }
  return intakeAfter(before, facts, settings)
}

describe('the closing control of a topic', () => {
  // 17:30 and 15 min of grace are 17:45; at 16:30 that leaves 75 min, of which the service takes 8.
  test.each([
    [67, null],
    [68, { intake: { isStopped: true, changedAt: at('16:30') }, cause: 'wait' }],
  ])('[Q41] a wait of up to %i minutes at 16:30 gives %j', (p80, expected) => {
    expect(look(OPEN, '16:30', p80)).toEqual(expected)
  })

  test.each([
    [58, null],
    [57, { intake: { isStopped: false, changedAt: at('16:30') }, cause: 'wait' }],
  ])(
    '[Q41] once stopped, a wait of %i minutes at 16:30 gives %j: it must be 10 minutes better',
    (p80, expected) => {
      expect(look({ isStopped: true, changedAt: at('16:00') }, '16:30', p80)).toEqual(expected)
    },
  )

  test('[Q41] it changes at most once in five minutes', () => {
    const stopped = { isStopped: true, changedAt: at('16:30') }
    expect(look(stopped, '16:34', 5)).toBeNull()
    expect(look(stopped, '16:35', 5)).toMatchObject({ intake: { isStopped: false } })
  })

  test('[Q41] without an estimate it stops half an hour before closing', () => {
    expect(look(OPEN, '16:59', null)).toBeNull()
    expect(look(OPEN, '17:00', null)).toMatchObject({ intake: { isStopped: true }, cause: 'no_estimate' })
  })

  test('[Q41] switched off, it stops nothing and ends what was stopped; after closing nothing changes', () => {
    const off = { ...STOP, mode: 'off' } as const
    expect(look(OPEN, '17:20', 300, off)).toBeNull()
    expect(look({ isStopped: true, changedAt: at('17:19') }, '17:20', 300, off)).toMatchObject({
      intake: { isStopped: false },
      cause: 'mode_off',
    })
    expect(look(OPEN, '17:30', 300)).toBeNull()
  })

  test('[Q41] whatever the waits are, changes lie five minutes apart and follow the wait of their moment', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 200 })), { maxLength: 120 }), (waits) => {
        let intake = OPEN
        let lastMs = Number.NEGATIVE_INFINITY
        for (const [place, p80Minutes] of waits.entries()) {
          const now = instantOf(toMs(at('15:00')) + place * 60_000)
          const facts = { now, closesAt: at('17:30'), p80Minutes, meanMinutes: 8 }
          const found = intakeAfter(intake, facts, STOP)
          if (found === null) continue
          expect(toMs(now) - lastMs).toBeGreaterThanOrEqual(5 * 60_000)
          expect(found.intake.isStopped).not.toBe(intake.isStopped)
          if (p80Minutes !== null && !found.intake.isStopped)
            expect(toMs(now) + (p80Minutes + 8) * 60_000).toBeLessThanOrEqual(toMs(at('17:35')))
          lastMs = toMs(now)
          intake = found.intake
        }
      }),
    )
  })
})

describe('a number that waits in the evening', () => {
  // 17:30 and 15 min of grace are 17:45; at 16:30 that leaves 75 min, of which the service takes 8.
  test.each([
    ['16:30', 67, false],
    ['16:30', 68, true],
    ['17:29', null, false],
    ['17:30', null, true],
    ['17:30', 0, true],
  ])('[Q42] at %s with a wait of %s minutes is too late today: %s', (time, p80Minutes, isLost) => {
    const facts = { now: at(time), closesAt: at('17:30'), p80Minutes, meanMinutes: 8 }
    expect(isLostToday(facts, 15 * 60_000)).toBe(isLost)
  })

  test('[Q42] of a line the end is told from the first on who is too late, with few looks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (length, first) => {
        const line = Array.from({ length }, (_, place) => place)
        let looks = 0
        const found = lostEnd(line, (place) => {
          looks += 1
          return place >= first
        })
        expect(found).toEqual(line.filter((place) => place >= first))
        expect(looks).toBeLessThanOrEqual(6)
      }),
    )
  })
})
