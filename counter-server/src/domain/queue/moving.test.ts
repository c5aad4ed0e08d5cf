import { toMs } from '@counter/shared/vocabulary/plain-date'
import { describe, expect, test } from 'vitest'
import { aTicket, at, RELIEF, refusal, SOCIAL } from '../../../test/queue-fixtures.ts'
import { moveTicket, serveByHand } from './moving.ts'

const BY = { kind: 'supervisor' } as const

describe('a number served by hand', () => {
  const waiting = aTicket({ issuedAt: at('10:30'), baseTime: toMs(at('09:05')) })
  const hand = {
    window: 3,
    outcome: 'consulted',
    topicServed: SOCIAL,
    servedAt: at('09:20'),
    reason: '停电，手工叫号',
    now: at('10:40'),
  } as const

  test('[Q35] is served at the stated time and window, and the event keeps what was said', () => {
    const { ticket, event } = serveByHand(waiting, BY, hand)
    expect(ticket).toMatchObject({
      status: 'served',
      window: 3,
      outcome: 'consulted',
      finishedAt: at('09:20'),
    })
    expect(event).toEqual({
      type: 'ticket.served_by_hand',
      data: {
        leg: 0,
        lastStatus: 'waiting',
        by: 'supervisor',
        window: 3,
        outcome: 'consulted',
        topicServed: SOCIAL,
        reason: '停电，手工叫号',
        statedTime: at('09:20'),
      },
    })
  })

  test('[Q35] needs a reason and a time between the arrival and now', () => {
    expect(() => serveByHand(waiting, BY, { ...hand, reason: '' })).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
    const range = expect.objectContaining(refusal('time.out_of_range', { from: '09:05', to: '10:40' }))
    expect(() => serveByHand(waiting, BY, { ...hand, servedAt: at('09:04') })).toThrow(range)
    expect(() => serveByHand(waiting, BY, { ...hand, servedAt: at('10:41') })).toThrow(range)
    expect(
      serveByHand(waiting, BY, { ...hand, topicServed: RELIEF, servedAt: at('09:05') }).ticket.status,
    ).toBe('served')
  })
})

describe('a moved number', () => {
  const target = { kind: 'ticket', id: 'ticket-9' } as const

  test('[Q12] gives way to another number, with who and why', () => {
    const { ticket, event } = moveTicket(aTicket({ status: 'held', window: 2, leg: 1 }), BY, {
      target,
      reason: '取了两个号',
    })
    expect(ticket.status).toBe('moved')
    expect(event).toEqual({
      type: 'ticket.moved',
      data: { leg: 1, lastStatus: 'held', by: 'supervisor', target, reason: '取了两个号' },
    })
  })

  test('[Q12] needs a reason of staff, none of the system, and another number than its own', () => {
    const ticket = aTicket()
    expect(() => moveTicket(ticket, BY, { target, reason: null })).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
    expect(moveTicket(ticket, { kind: 'system' }, { target, reason: null }).ticket.status).toBe('moved')
    expect(() => moveTicket(ticket, BY, { target: { kind: 'ticket', id: ticket.id }, reason: '错' })).toThrow(
      expect.objectContaining(refusal('transfer.same_place')),
    )
  })
})
