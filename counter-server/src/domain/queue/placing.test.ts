import type { LineKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import {
  aHall,
  aTicket,
  at,
  aWindow,
  GENERAL,
  RELIEF,
  refusal,
  SOCIAL,
  TODAY,
} from '../../../test/queue-fixtures.ts'
import type { Party } from './lifecycle.ts'
import { candidatesFor } from './order.ts'
import { reclassTicket, rejoinTicket, transferTicket } from './placing.ts'
import { QUEUE_DEFAULTS } from './settings.ts'
import type { Ticket } from './ticket.ts'

const S = QUEUE_DEFAULTS
const BY: Party = { kind: 'window', window: 2 }
const RESIDENT: Party = { kind: 'resident' }
const missed = aTicket({
  serial: 8,
  status: 'missed',
  issuedAt: at('09:00'),
  overtaken: 4,
  protectedAt: at('09:30'),
})
const FIVE = [20, 21, 22, 23, 24].map((serial, index) => aTicket({ serial, issuedAt: at(`09:1${index}`) }))
const rejoin = (ticket: Ticket, waiting: readonly Ticket[]) =>
  rejoinTicket(ticket, { waiting, issueOrder: 99, businessDate: TODAY, by: RESIDENT }, S)

describe('a rejoined ticket', () => {
  test('[Q28] stands behind three of five and is called fourth', () => {
    const { ticket, ahead } = rejoin(missed, FIVE)
    expect(ahead).toBe(3)
    // 综 022 came at 09:12, so its key is 09:32.
    expect(ticket).toMatchObject({
      status: 'waiting',
      callKey: toMs(at('09:32')),
      issueOrder: 99,
      rejoins: 1,
    })
    const order = candidatesFor(aWindow(2), aHall({ waiting: [...FIVE, ticket] })).map(
      (each) => each.ticket.serial,
    )
    expect(order).toEqual([20, 21, 22, 8, 23, 24])
  })

  test('[Q28] stands behind the last when fewer than three wait', () => {
    expect(rejoin(missed, FIVE.slice(0, 2))).toMatchObject({
      ahead: 2,
      ticket: { callKey: toMs(at('09:31')) },
    })
  })

  test('[Q28] is next when nobody waits', () => {
    expect(rejoin(missed, [])).toMatchObject({ ahead: 0, ticket: { callKey: missed.callKey } })
  })

  test('[Q28] never gains by it: its own key stays when that is later', () => {
    const late = aTicket({ serial: 8, status: 'missed', issuedAt: at('09:30') })
    expect(rejoin(late, FIVE)).toMatchObject({ ahead: 5, ticket: { callKey: toMs(at('09:50')) } })
  })

  test('[Q28] is refused the third time, and on another day', () => {
    expect(rejoin({ ...missed, rejoins: 1 }, FIVE).ticket.rejoins).toBe(2)
    expect(() => rejoin({ ...missed, rejoins: 2 }, FIVE)).toThrow(
      expect.objectContaining(refusal('ticket.rejoin_limit', { n: 2 })),
    )
    expect(() => rejoin({ ...missed, businessDate: '2026-06-11' as PlainDate }, FIVE)).toThrow(
      expect.objectContaining(refusal('ticket.expired', { d: '2026-06-11' })),
    )
  })

  test('[Q17] starts again with no overtakes counted and no protection', () => {
    expect(rejoin(missed, FIVE).ticket).toMatchObject({ overtaken: 0, protectedAt: null })
  })
})

describe('a transferred ticket', () => {
  const serving = aTicket({ serial: 12, status: 'serving', window: 2, leg: 1, cls: 'priority', overtaken: 3 })
  const windows = [aWindow(2), aWindow(3, { services: { social: 'main' } })]
  const to = {
    topic: SOCIAL,
    line: 'social' as LineKey,
    window: null,
    reason: null,
    confirmed: false,
    windows,
    by: BY,
  }

  test('[QT12] keeps number, base time, class, key and order', () => {
    const { ticket } = transferTicket(serving, to)
    const kept = (each: Ticket) => [
      each.number,
      each.baseTime,
      each.cls,
      each.callKey,
      each.issueOrder,
      each.overtaken,
    ]
    expect(kept(ticket)).toEqual(kept(serving))
    expect(ticket).toMatchObject({
      status: 'waiting',
      topic: SOCIAL,
      line: 'social',
      window: null,
      directedWindow: null,
    })
  })

  test('[Q31] may be directed to one window', () => {
    expect(transferTicket(serving, { ...to, window: 3 }).ticket.directedWindow).toBe(3)
  })

  test('[Q31] must go somewhere else', () => {
    const here = { ...to, topic: RELIEF, line: GENERAL }
    const same = expect.objectContaining(refusal('transfer.same_place'))
    expect(() => transferTicket(aTicket(), { ...here, by: BY })).toThrow(same)
    expect(() => transferTicket(serving, { ...here, window: 2 })).toThrow(same)
    expect(transferTicket(serving, here).ticket.status).toBe('waiting')
  })

  test('[Q31] goes where no window is only when the clerk confirms', () => {
    const closed = {
      ...to,
      windows: [aWindow(2), aWindow(3, { state: 'closed', services: { social: 'main' } })],
    }
    expect(() => transferTicket(serving, closed)).toThrow(
      expect.objectContaining(refusal('transfer.no_window')),
    )
    expect(transferTicket(serving, { ...closed, confirmed: true }).ticket.topic).toBe(SOCIAL)
  })
})

describe('a ticket of another class', () => {
  const why = { by: BY, reason: '怀孕' }

  test('[Q2] keeps its number and gets the key of the class', () => {
    const { ticket } = reclassTicket(aTicket({ overtaken: 2 }), 'priority', why, S)
    expect(ticket).toMatchObject({
      number: '综 001',
      cls: 'priority',
      callKey: toMs(at('09:00')),
      overtaken: 0,
    })
  })

  test('[Q28] keeps what a rejoin has added to its key', () => {
    const rejoined = aTicket({ callKey: toMs(at('09:50')) })
    expect(reclassTicket(rejoined, 'priority', why, S).ticket.callKey).toBe(toMs(at('09:30')))
  })

  test('[Q2] needs a reason', () => {
    expect(() => reclassTicket(aTicket(), 'priority', { by: BY, reason: '' }, S)).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
  })
})
