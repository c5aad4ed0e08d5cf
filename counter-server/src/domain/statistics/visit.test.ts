import { toMs } from '@counter/shared/vocabulary/plain-date'
import { describe, expect, test } from 'vitest'
import { aDay, at, event, leg, MINUTE, ticket } from '../../../test/statistics-fixtures.ts'

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
})
