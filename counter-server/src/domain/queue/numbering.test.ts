import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { aTicket, at, aWindow, refusal } from '../../../test/queue-fixtures.ts'
import { newTicket, serveDirectly } from './issuing.ts'
import { businessDateOf, numberText, prefixFor } from './numbering.ts'
import { QUEUE_DEFAULTS } from './settings.ts'

describe('a number', () => {
  test.each([
    [1, '综 001'],
    [12, '综 012'],
    [999, '综 999'],
    [1000, '综 1000'],
  ])('[Q1] with serial %s is printed %s', (serial, text) => {
    expect(numberText('综', serial)).toBe(text)
  })

  test('[Q2] of a priority or appointment ticket comes from a series of the hall', () => {
    expect(prefixFor('综', 'priority', true)).toBe('优先')
    expect(prefixFor('社', 'appointment', true)).toBe('预约')
    expect(prefixFor('社', 'ordinary', true)).toBe('社')
  })

  test('[Q2] follows the line alone when class series are off', () => {
    expect(prefixFor('综', 'priority', false)).toBe('综')
  })
})

describe('the business date', () => {
  test.each([
    ['2026-06-11T15:59:59.999Z', '2026-06-11'],
    ['2026-06-11T16:00:00.000Z', '2026-06-12'],
    ['2026-06-12T00:00:00.000Z', '2026-06-12'],
    ['2026-06-12T15:59:59.999Z', '2026-06-12'],
  ])('[QT4] at %s is %s, the day at +08:00', (now, date) => {
    expect(businessDateOf(now as Instant, null)).toBe(date)
  })

  test('[Q3] never goes backwards when the clock does', () => {
    const yesterday = '2026-06-11T02:00:00.000Z' as Instant
    expect(businessDateOf(yesterday, '2026-06-12' as PlainDate)).toBe('2026-06-12')
    expect(businessDateOf(at('09:00'), '2026-06-11' as PlainDate)).toBe('2026-06-12')
  })
})

describe('a new ticket', () => {
  test('[Q9] takes at most ten services on one number', () => {
    expect(newTicket(aTicket({ weight: 10 }), QUEUE_DEFAULTS).weight).toBe(10)
    expect(() => newTicket(aTicket({ weight: 11 }), QUEUE_DEFAULTS)).toThrow(
      expect.objectContaining(refusal('ticket.batch_too_large', { n: 10 })),
    )
  })

  test('[Q11] served directly is born serving at the own free window, with a reason', () => {
    const served = serveDirectly(aTicket(), aWindow(2), '老人行动不便', at('09:41'))
    expect(served).toMatchObject({ status: 'serving', window: 2, leg: 1, callNo: 0, firstCalledAt: null })
    expect(() => serveDirectly(aTicket(), aWindow(2), ' ', at('09:41'))).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
    const busy = aWindow(2, { occupant: aTicket({ serial: 7, status: 'serving' }) })
    expect(() => serveDirectly(aTicket(), busy, '老人行动不便', at('09:41'))).toThrow(
      expect.objectContaining(refusal('window.busy', { n: '综 007' })),
    )
  })
})
