import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow } from '../../../test/queue-fixtures.ts'
import { candidatesFor } from '../queue/order.ts'
import { overtake } from '../queue/overtaking.ts'
import { QUEUE_DEFAULTS } from '../queue/settings.ts'
import type { Ticket } from '../queue/ticket.ts'
import { arrivalOf } from './arrival.ts'
import { BOOKING_DEFAULTS } from './booking.ts'

const SETTINGS = { queue: QUEUE_DEFAULTS, booking: BOOKING_DEFAULTS }
const TEN = at('10:00')

function checkedIn(time: string) {
  return arrivalOf(TEN, at(time), SETTINGS)
}

describe('a holder who checks in', () => {
  test.each([
    ['09:40', -20],
    ['09:55', -5],
    ['10:00', 0],
    ['10:10', 10],
  ])('[Q36] at %s stands by the appointment of 10:00', (time, minutes) => {
    expect(checkedIn(time)).toEqual({
      cls: 'appointment',
      baseTime: toMs(TEN),
      callKey: toMs(TEN),
      timing: 'on_time',
      minutes,
    })
  })

  // A walk-in of 09:32 has the key 09:52.
  test('[Q36] at 09:32 is on time and still stands no later than a walk-in of 09:32', () => {
    expect(checkedIn('09:32')).toMatchObject({
      timing: 'on_time',
      baseTime: toMs(TEN),
      callKey: toMs(at('09:52')),
    })
  })

  test('[Q36] at 08:15 is early and stands as a walk-in of 08:15, whose key is the better one', () => {
    expect(checkedIn('08:15')).toEqual({
      cls: 'appointment',
      baseTime: toMs(at('08:15')),
      callKey: toMs(at('08:35')),
      timing: 'early',
      minutes: -105,
    })
  })

  test('[Q36] at 10:11 is late and stands as a walk-in of 10:11', () => {
    expect(checkedIn('10:11')).toEqual({
      cls: 'ordinary',
      baseTime: toMs(at('10:11')),
      callKey: toMs(at('10:31')),
      timing: 'late',
      minutes: 11,
    })
  })
})

/** A holder of 10:00 and a walk-in who come in the same moment, with the same issue order. */
function twins(atMs: number): { holder: Ticket; walkIn: Ticket } {
  const issuedAt = instantOf(atMs)
  const { cls, baseTime, callKey } = arrivalOf(TEN, issuedAt, SETTINGS)
  const twin = { serial: 50, issueOrder: 50, issuedAt }
  return {
    holder: { ...aTicket({ ...twin, cls, baseTime }), callKey },
    walkIn: aTicket({ ...twin, baseTime: atMs }),
  }
}

const minute = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((offset) => toMs(TEN) + offset * 60_000)

describe('a holder and a walk-in of the same moment', () => {
  test('[Q36] whoever else waits and whichever window calls, the holder is not behind', () => {
    const others = fc.array(
      fc.record({ atMs: minute(-180, 60), cls: fc.constantFrom('ordinary', 'priority', 'appointment') }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(
        minute(-150, 60),
        fc.integer({ min: 0, max: 120 }),
        others,
        fc.constantFrom('main', 'helps'),
        (atMs, laterMinutes, rest, rank) => {
          const { holder, walkIn } = twins(atMs)
          const line = rest.map((other, place) =>
            aTicket({
              serial: place + 1,
              issueOrder: place + 1,
              cls: other.cls as Ticket['cls'],
              baseTime: other.atMs,
              issuedAt: instantOf(other.atMs),
            }),
          )
          const windows = [
            aWindow(1, { services: { relief: rank } }),
            aWindow(2, { services: { relief: 'main' } }),
          ]
          const placeOf = (own: Ticket) => {
            const hall = aHall({
              windows,
              waiting: [...line, own],
              now: instantOf(atMs + laterMinutes * 60_000),
            })
            const [window] = windows
            return window === undefined
              ? -1
              : candidatesFor(window, hall).findIndex(({ ticket }) => ticket.id === own.id)
          }
          expect(placeOf(holder)).toBeLessThanOrEqual(placeOf(walkIn))
        },
      ),
    )
  })

  test('[Q17, Q36] a holder who was passed six times is protected no later than a walk-in', () => {
    fc.assert(
      fc.property(minute(-150, 60), (atMs) => {
        const { holder, walkIn } = twins(atMs)
        const bound = Array.from({ length: QUEUE_DEFAULTS.maxOvertakes })
        const passed = (ticket: Ticket) =>
          bound.reduce<Ticket>((each) => overtake(each, TEN, QUEUE_DEFAULTS), ticket)
        expect(passed(holder).callKey).toBeLessThanOrEqual(passed(walkIn).callKey)
      }),
    )
  })
})
