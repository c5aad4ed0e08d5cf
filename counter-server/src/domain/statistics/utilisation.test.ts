import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { at, event, visit } from '../../../test/statistics-fixtures.ts'
import { windowUse } from './utilisation.ts'

describe('the use of a window', () => {
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
