import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow, RELIEF, SOCIAL } from '../../../test/queue-fixtures.ts'
import { byCallOrder, callKeyOf, candidatesFor } from './order.ts'
import { QUEUE_DEFAULTS } from './settings.ts'

const MINUTE = 60_000

describe('the call order', () => {
  test('[Q14] lets an ordinary ticket count as if it had come 20 minutes later', () => {
    const base = toMs(at('09:40'))
    expect(callKeyOf('ordinary', base, QUEUE_DEFAULTS)).toBe(toMs(at('10:00')))
    expect(callKeyOf('priority', base, QUEUE_DEFAULTS)).toBe(base)
    expect(callKeyOf('appointment', base, QUEUE_DEFAULTS)).toBe(base)
  })

  test('[Q14] breaks equal keys by issue order', () => {
    const first = aTicket({ issueOrder: 4 })
    const second = aTicket({ issueOrder: 5 })
    expect([second, first].sort(byCallOrder)).toEqual([first, second])
  })

  test('[QT6] keeps the order of arrival within a class, however the store lists the tickets', () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(arrivals, fc.constantFrom('ordinary', 'priority', 'appointment'), (gaps, cls) => {
        let base = toMs(at('09:00'))
        const inOrder = gaps.map((gap, index) => {
          base += gap * 1000
          return aTicket({ issueOrder: index + 1, cls, baseTime: base })
        })
        const candidates = candidatesFor(
          aWindow(1),
          aHall({ waiting: inOrder.toReversed(), now: at('09:10') }),
        )
        expect(candidates.map(({ ticket }) => ticket.issueOrder)).toEqual(gaps.map((_, index) => index + 1))
      }),
    )
  })
})

describe('the candidates of a window', () => {
  const tiersAt = (window: number, hall: ReturnType<typeof aHall>) => {
    const found = hall.windows.find((each) => each.window === window)
    return found === undefined
      ? []
      : candidatesFor(found, hall).map(({ ticket, tier }) => [ticket.number, tier])
  }
  const now = at('09:40')
  const recent = { issuedAt: at('09:30') }

  test('[Q15] are waiting, of today, and of a topic it serves', () => {
    const waiting = [
      aTicket({ serial: 1, ...recent }),
      aTicket({ serial: 2, ...recent, status: 'called' }),
      aTicket({ serial: 3, ...recent, businessDate: '2026-06-11' as PlainDate }),
      aTicket({ serial: 4, ...recent, topic: SOCIAL }),
    ]
    expect(tiersAt(1, aHall({ waiting, now }))).toEqual([['综 001', 1]])
  })

  test('[Q15] put what is main there before what is only helped, whatever the keys', () => {
    const windows = [
      aWindow(1, { services: { relief: 'main', social: 'helps' } }),
      aWindow(2, { services: { social: 'main' } }),
    ]
    const waiting = [
      aTicket({ serial: 1, topic: SOCIAL, issuedAt: at('09:25') }),
      aTicket({ serial: 2, topic: RELIEF, issuedAt: at('09:35') }),
    ]
    expect(tiersAt(1, aHall({ windows, waiting, now }))).toEqual([
      ['综 002', 1],
      ['综 001', 2],
    ])
  })

  test.each([
    ['09:20:01', 2],
    ['09:20:00', 1],
  ])('[Q15] that are helped and came at %s are of tier %s at 09:40', (issued, tier) => {
    const windows = [aWindow(1, { services: { relief: 'helps' } }), aWindow(2)]
    const waiting = [aTicket({ issuedAt: at(issued) })]
    expect(tiersAt(1, aHall({ windows, waiting, now }))).toEqual([['综 001', tier]])
  })

  test('[Q15] are of tier 1 at a helping window when no open window has the topic as main', () => {
    const windows = [aWindow(1, { services: { relief: 'helps' } }), aWindow(2, { state: 'paused' })]
    expect(tiersAt(1, aHall({ windows, waiting: [aTicket(recent)], now }))).toEqual([['综 001', 1]])
  })

  test('[Q15] that are protected are of tier 1 wherever they may be called', () => {
    const windows = [aWindow(1, { services: { relief: 'helps' } }), aWindow(2)]
    const waiting = [aTicket({ ...recent, protectedAt: at('09:39') })]
    expect(tiersAt(1, aHall({ windows, waiting, now }))).toEqual([['综 001', 1]])
  })

  test('[Q15] that are directed belong to one window alone, in its tier 1', () => {
    const windows = [aWindow(1), aWindow(2, { services: { social: 'main' } })]
    const hall = aHall({ windows, waiting: [aTicket({ ...recent, directedWindow: 2 })], now })
    expect(tiersAt(1, hall)).toEqual([])
    expect(tiersAt(2, hall)).toEqual([['综 001', 1]])
  })

  test.each(['missed', 'held', 'cancelled', 'served'] as const)(
    '[QT7] never hold a ticket that is %s',
    (status) => {
      const waiting = [aTicket({ status, window: 1, baseTime: toMs(now) - 90 * MINUTE })]
      expect(tiersAt(1, aHall({ waiting, now }))).toEqual([])
    },
  )
})
