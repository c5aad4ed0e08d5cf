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
import { postponeTicket, reclassTicket, rejoinTicket, transferTicket } from './placing.ts'
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

describe('a postponed ticket', () => {
  const line = [1, 2, 3, 4, 5, 6].map((order) => aTicket({ issueOrder: order, issuedAt: at(`09:0${order}`) }))
  const put = (place: number, changes: Partial<Ticket> = {}, waiting = line) =>
    postponeTicket(
      { ...(waiting[place] ?? aTicket()), ...changes },
      { waiting, issueOrder: 50, by: { kind: 'resident' } },
      S,
    )

  test('[Q29] lets the next three pass, wherever it stands', () => {
    expect(put(0)).toMatchObject({
      ahead: 3,
      ticket: { callKey: toMs(at('09:24')), issueOrder: 50, postpones: 1 },
    })
    expect(put(1)).toMatchObject({ ahead: 4, ticket: { callKey: toMs(at('09:25')) } })
  })

  test('[Q29] goes behind the last when fewer than three follow, and keeps its key when nobody does', () => {
    expect(put(4)).toMatchObject({ ahead: 5, ticket: { callKey: toMs(at('09:26')) } })
    expect(put(5)).toMatchObject({ ahead: 5, ticket: { callKey: toMs(at('09:26')) } })
  })

  test('[Q29] does so twice at most, whatever its rejoins, and starts its protection anew', () => {
    expect(put(0, { postpones: 1, rejoins: 2, overtaken: 4 }).ticket).toMatchObject({
      postpones: 2,
      overtaken: 0,
    })
    expect(() => put(0, { postpones: 2 })).toThrow(
      expect.objectContaining(refusal('ticket.postpone_limit', { n: 2 })),
    )
  })
})

describe('a transferred ticket', () => {
  const serving = aTicket({ serial: 12, status: 'serving', window: 2, leg: 1, cls: 'priority', overtaken: 3 })
  const windows = [aWindow(2), aWindow(3, { services: { social: 'main' } })]
  const to = {
    topic: SOCIAL,
    line: 'social' as LineKey,
    window: null,
    place: { kind: 'by_key' } as const,
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

  test('[Q31] may be put in front or at the back, with a reason, and keeps its number and base time', () => {
    const line = [1, 2].map((order) => aTicket({ issueOrder: order, issuedAt: at(`08:0${order}`) }))
    const placed = (kind: 'front' | 'back', reason: string | null) =>
      transferTicket(serving, { ...to, place: { kind, waiting: line, issueOrder: 70 }, reason }).ticket
    const kept = { number: serving.number, baseTime: serving.baseTime, cls: serving.cls, overtaken: 0 }
    expect(placed('front', '刚才排错了')).toMatchObject({
      ...kept,
      callKey: toMs(at('08:21')) - 1,
      issueOrder: 12,
    })
    const late = [aTicket({ issueOrder: 3, issuedAt: at('09:30') })]
    expect(
      transferTicket(serving, {
        ...to,
        place: { kind: 'back', waiting: late, issueOrder: 70 },
        reason: '先等人',
      }).ticket,
    ).toMatchObject({ ...kept, callKey: toMs(at('09:50')), issueOrder: 70 })
    for (const kind of ['front', 'back'] as const)
      expect(() => placed(kind, ' ')).toThrow(expect.objectContaining(refusal('reason.required')))
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
