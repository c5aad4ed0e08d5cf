import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hall } from '../../../test/case-fixture.ts'
import { believedAt, captureDay, captureTime, isTimeUnsure, type TimeClaim } from './capture-time.ts'

const arrived = hall('2026-06-12 09:40')
const heard = (at: string, wall: string, mono?: number) => ({
  at: hall(at),
  wall: hall(wall),
  ...(mono === undefined ? {} : { mono }),
})
const claim = (
  capturedAt: string,
  lastServer: TimeClaim['lastServer'] = null,
  monoMs?: number,
): TimeClaim => ({
  capturedAt: hall(capturedAt),
  lastServer,
  ...(monoMs === undefined ? {} : { monoMs }),
})
const MINUTE = 60_000

describe('the instant of capture', () => {
  test.each([
    ['2029-06-12 09:30', '2029-06-12 09:40'],
    ['2023-06-12 09:30', '2023-06-12 09:40'],
  ])('[V77] claimed as %s is corrected by what the phone thinks the time is at sending', (claimed, now) => {
    const time = captureTime(claim(claimed), hall(now), arrived)
    expect(time).toMatchObject({ at: hall('2026-06-12 09:30'), claimedAt: hall(claimed), earliest: null })
    expect(time.confidence).toBe('poor')
  })

  test.each([
    ['three years ahead', '2029-06-12 09:20', '2029-06-12 09:00'],
    ['three years behind', '2023-06-12 09:20', '2023-06-12 09:00'],
    ['two hours ahead', '2026-06-12 11:20', '2026-06-12 11:00'],
  ])(
    '[V77] of a phone %s goes by what was heard before the capture, whatever it is set to when it sends',
    (_off, claimed, wall) => {
      const time = captureTime(
        claim(claimed, heard('2026-06-12 09:00', wall)),
        hall('2026-06-12 15:00'),
        arrived,
      )
      expect(time).toMatchObject({ at: hall('2026-06-12 09:20'), earliest: hall('2026-06-12 09:00') })
      expect(isTimeUnsure(time, 5)).toBe(true)
    },
  )

  test('[V77] is never before what was heard before it, and goes by the clock at sending when it was set back', () => {
    const sample = heard('2026-06-12 09:00', '2026-06-12 11:00')
    const early = captureTime(claim('2026-06-12 02:00', sample), arrived, arrived)
    expect(early).toMatchObject({ at: hall('2026-06-12 09:00'), offsetMs: 0, confidence: 'poor' })
    const setRight = captureTime(claim('2026-06-12 09:30', sample), arrived, arrived)
    expect(setRight).toMatchObject({ at: hall('2026-06-12 09:30'), confidence: 'poor' })
  })

  test('[V77] is never after the recording, also when the centre lost two hours since it was heard', () => {
    expect(captureTime(claim('2026-06-12 09:50'), arrived, arrived).at).toBe(arrived)
    const later = heard('2026-06-12 11:00', '2026-06-12 11:00', 0)
    const time = captureTime(claim('2026-06-12 11:20', later, 20 * MINUTE), hall('2026-06-12 11:40'), arrived)
    expect(time).toMatchObject({ at: arrived, earliest: arrived, offsetMs: 0 })
    expect(isTimeUnsure(time, 5)).toBe(true)
  })

  test.each([
    ['the same page, a day and both clocks alike', '2026-06-12 09:00', 24 * 60 * MINUTE, 'good'],
    ['the page’s own clock five seconds off', '2026-06-12 09:00', 24 * 60 * MINUTE + 5_000, 'good'],
    ['the page’s own clock more than five seconds off', '2026-06-12 09:00', 24 * 60 * MINUTE - 5_001, 'fair'],
    ['a minute more than a day', '2026-06-12 09:01', 24 * 60 * MINUTE + MINUTE, 'fair'],
    ['another page', '2026-06-12 09:00', undefined, 'fair'],
    ['seven days', '2026-06-18 09:00', 7 * 24 * 60 * MINUTE, 'fair'],
    ['a minute more than seven days', '2026-06-18 09:01', 7 * 24 * 60 * MINUTE + MINUTE, 'poor'],
  ])('[V77] heard of within %s has its confidence', (_how, capturedAt, monoMs, confidence) => {
    const sample = heard('2026-06-11 09:00', '2026-06-11 09:00', monoMs === undefined ? undefined : 0)
    const time = captureTime(claim(capturedAt, sample, monoMs), hall(capturedAt), hall('2026-06-19 09:00'))
    expect(time.confidence).toBe(confidence)
  })

  test.each([
    ['five minutes', '2026-06-12 09:05', false],
    ['a minute more', '2026-06-12 09:06', true],
  ])('[V78] is to be checked from more than five minutes on: %s', (_off, wall, isUnsure) => {
    const time = captureTime(claim(wall, heard('2026-06-12 09:00', wall)), hall(wall), arrived)
    expect(isTimeUnsure(time, 5)).toBe(isUnsure)
  })

  test('[V77] lies within its bounds, whatever a phone says', () => {
    const instant = fc
      .integer({
        min: toMs('2016-01-01T00:00:00.000Z' as Instant),
        max: toMs('2036-01-01T00:00:00.000Z' as Instant),
      })
      .map(instantOf)
    const sample = fc.option(fc.record({ at: instant, wall: instant, mono: fc.nat() }))
    fc.assert(
      fc.property(
        instant,
        instant,
        instant,
        sample,
        fc.nat(),
        (capturedAt, now, recordedAt, lastServer, monoMs) => {
          const { at, earliest, claimedAt } = captureTime({ capturedAt, monoMs, lastServer }, now, recordedAt)
          expect(at <= recordedAt).toBe(true)
          if (earliest !== null) expect(at >= earliest && earliest <= recordedAt).toBe(true)
          if (lastServer !== null && lastServer.at <= recordedAt) expect(earliest).toBe(lastServer.at)
          expect(claimedAt).toBe(capturedAt)
        },
      ),
    )
  })

  test('[V76] gives a day that is never after today', () => {
    expect(captureDay(hall('2029-01-01'), day('2026-06-12'))).toBe('2026-06-12')
    expect(captureDay(hall('2026-06-11 23:59'), day('2026-06-12'))).toBe('2026-06-11')
  })
})

describe('the instant by which what was taken back is judged', () => {
  const sample = heard('2026-06-12 09:00', '2026-06-12 09:00')
  test.each([
    ['that was heard before it', '2026-06-12 09:20', sample, '2026-06-12 09:20'],
    ['of a clock that was set back since it heard', '2026-06-10 09:20', sample, '2026-06-12 09:40'],
    ['of a phone that has heard nothing', '2026-06-10 09:20', null, '2026-06-12 09:40'],
    ['that is still to come', '2029-06-12 09:20', sample, '2026-06-12 09:40'],
  ])('[V76, V86] of a capture %s', (_which, claimed, lastServer, expected) => {
    const time = captureTime(claim(claimed, lastServer), arrived, arrived)
    expect(believedAt(time, arrived)).toBe(hall(expected))
  })
})
