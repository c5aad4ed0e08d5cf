import { describe, expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow, refusal } from '../../../test/queue-fixtures.ts'
import { callTicket, missTicket, recallTicket, returnHeld, undoCall } from './calling.ts'
import { chooseNext } from './choice.ts'
import type { Party } from './lifecycle.ts'
import { QUEUE_DEFAULTS } from './settings.ts'
import type { Ticket } from './ticket.ts'

const BY: Party = { kind: 'window', window: 2 }
const S = QUEUE_DEFAULTS

/** 综 012, called to window 2 at 09:40:00. */
function called(changes: Partial<Ticket> = {}): Ticket {
  const waiting = aTicket({ serial: 12, ...changes })
  const choice = chooseNext(aWindow(2), aHall({ waiting: [waiting] }))
  return callTicket(choice.ticket, aWindow(2), choice.explanation, at('09:40')).ticket
}

const recallAt = (ticket: Ticket, time: string) => recallTicket(ticket, BY, at(time), S).ticket
const heard = { reason: null, heard: true, confirmed: false }

describe('a call', () => {
  test('[Q16] begins a leg at the window with its first counted call', () => {
    expect(called()).toMatchObject({
      status: 'called',
      window: 2,
      leg: 1,
      callNo: 1,
      countedCalls: 1,
      calledAt: at('09:40'),
      firstCalledAt: at('09:40'),
      version: 2,
    })
  })

  test('[Q22] is refused at a window that has somebody already', () => {
    const { explanation } = chooseNext(aWindow(2), aHall({ waiting: [aTicket()] }))
    const busy = aWindow(2, { occupant: aTicket({ serial: 7, status: 'called' }) })
    expect(() => callTicket(aTicket(), busy, explanation, at('09:40'))).toThrow(
      expect.objectContaining(refusal('window.busy', { n: '综 007' })),
    )
  })
})

describe('a recall', () => {
  test('[QT9] leaves the time of the call where it was', () => {
    expect(recallAt(called(), '09:40:30')).toMatchObject({
      callNo: 2,
      calledAt: at('09:40'),
      firstCalledAt: at('09:40'),
      leg: 1,
    })
  })

  test('[Q25] is refused before ten seconds, with the seconds left', () => {
    expect(() => recallAt(called(), '09:40:07')).toThrow(
      expect.objectContaining(refusal('call.too_soon', { s: 3 })),
    )
    expect(recallAt(called(), '09:40:10').callNo).toBe(2)
  })

  test('[Q25] measures its ten seconds from the last call, not the first', () => {
    const twice = recallAt(called(), '09:40:12')
    expect(() => recallAt(twice, '09:40:20')).toThrow(
      expect.objectContaining(refusal('call.too_soon', { s: 2 })),
    )
  })

  test('[Q25] is refused after five calls', () => {
    expect(() => recallAt({ ...called(), callNo: 5 }, '09:45')).toThrow(
      expect.objectContaining(refusal('call.limit', { n: 5 })),
    )
  })

  test('[Q27] counts only 30 seconds after the last one that counted', () => {
    const early = recallAt(called(), '09:40:29')
    expect(early.countedCalls).toBe(1)
    expect(recallAt(early, '09:40:39').countedCalls).toBe(2)
    expect(recallAt(called(), '09:40:30').countedCalls).toBe(2)
  })
})

describe('undoing a call', () => {
  test('[Q26] within eight seconds puts the ticket back under its key, as if never called', () => {
    const before = aTicket({ serial: 12 })
    const { ticket, event } = undoCall(called(), BY, at('09:40:08'), S)
    expect(ticket).toMatchObject({
      status: 'waiting',
      window: null,
      callKey: before.callKey,
      issueOrder: before.issueOrder,
      firstCalledAt: null,
      callNo: 0,
    })
    expect(event).toEqual({ type: 'call.undone', data: { leg: 1, window: 2, msSinceCall: 8000 } })
  })

  test('[Q26] is too late after eight seconds or after a recall', () => {
    expect(() => undoCall(called(), BY, at('09:40:09'), S)).toThrow(
      expect.objectContaining(refusal('ticket.undo_too_late', { s: 8 })),
    )
    expect(() => undoCall({ ...called(), callNo: 2 }, BY, at('09:40:05'), S)).toThrow(
      expect.objectContaining(refusal('ticket.undo_too_late', { s: 8 })),
    )
  })

  test('[Q26] of a second leg keeps the first call of the first', () => {
    const second = called({ leg: 1, firstCalledAt: at('09:20') })
    expect(undoCall(second, BY, at('09:40:03'), S).ticket.firstCalledAt).toBe(at('09:20'))
  })
})

describe('a missed ticket', () => {
  test('[QT8] needs two counted calls', () => {
    expect(() => missTicket(called(), BY, { ...heard, now: at('09:45') }, S)).toThrow(
      expect.objectContaining(refusal('ticket.missed_too_early', { k: 1, n: 2, s: 30 })),
    )
    const twice = recallAt(called(), '09:40:30')
    const { ticket, event } = missTicket(twice, BY, { ...heard, now: at('09:40:45') }, S)
    expect(ticket).toMatchObject({ status: 'missed', window: null, missedAt: at('09:40:45') })
    expect(event.data).toEqual({ leg: 1, calls: 2, seconds: 45, early: false, reason: null, heard: true })
  })

  test('[Q27] may come earlier with a reason, which is kept', () => {
    const { event } = missTicket(called(), BY, { ...heard, reason: '已离开大厅', now: at('09:40:05') }, S)
    expect(event.data).toMatchObject({ early: true, reason: '已离开大厅', calls: 1 })
  })

  test('[Q27] whose call no wall has shown or spoken must be confirmed by the clerk', () => {
    const twice = recallAt(called(), '09:40:30')
    const unheard = { reason: null, heard: false, now: at('09:41') }
    expect(() => missTicket(twice, BY, { ...unheard, confirmed: false }, S)).toThrow(
      expect.objectContaining(refusal('ticket.not_heard', { n: '综 012' })),
    )
    expect(missTicket(twice, BY, { ...unheard, confirmed: true }, S).ticket.status).toBe('missed')
  })

  test('[Q27] from hold needs no calls', () => {
    const held = { ...called(), status: 'held', heldAt: at('09:50') } as const
    expect(missTicket(held, BY, { ...heard, heard: false, now: at('10:00') }, S).ticket.status).toBe('missed')
  })
})

describe('a held ticket', () => {
  const held = {
    ...called(),
    status: 'held',
    startedAt: at('09:41'),
    heldAt: at('09:45'),
    callNo: 3,
  } as const

  test('[Q30] comes back to the window that holds it, in the same leg', () => {
    expect(returnHeld(held, aWindow(2), null, at('10:00')).ticket).toMatchObject({
      status: 'called',
      leg: 1,
      callNo: 1,
      startedAt: at('09:41'),
      heldAt: null,
    })
  })

  test('[Q30] may be taken by another window with a reason, in a new leg', () => {
    expect(() => returnHeld(held, aWindow(3), null, at('10:00'))).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
    expect(returnHeld(held, aWindow(3), '原窗口忙', at('10:00')).ticket).toMatchObject({
      window: 3,
      leg: 2,
      startedAt: null,
    })
  })

  test('[Q30] is not called to a window that is busy', () => {
    const busy = aWindow(2, { occupant: aTicket({ serial: 7, status: 'serving' }) })
    expect(() => returnHeld(held, busy, null, at('10:00'))).toThrow(
      expect.objectContaining(refusal('window.busy')),
    )
  })
})
