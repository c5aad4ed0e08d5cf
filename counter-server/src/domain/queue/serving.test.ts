import type { CaseId } from '@counter/shared/vocabulary/ids'
import { VISIT_OUTCOMES } from '@counter/shared/vocabulary/ticket'
import { describe, expect, test } from 'vitest'
import { aTicket, at, aWindow, RELIEF, refusal } from '../../../test/queue-fixtures.ts'
import type { Party } from './lifecycle.ts'
import {
  finishService,
  holdTicket,
  isHeldTooLong,
  releaseTicket,
  reopenService,
  startService,
} from './serving.ts'
import { QUEUE_DEFAULTS } from './settings.ts'

const BY: Party = { kind: 'window', window: 2 }
const S = QUEUE_DEFAULTS
const called = aTicket({ status: 'called', window: 2, leg: 1, calledAt: at('09:40') })
const serving = aTicket({ status: 'serving', window: 2, leg: 1, startedAt: at('09:41') })
const plain = { topicServed: RELIEF, caseIds: [], noticeId: null, late: false, now: at('09:50') } as const

describe('a visit', () => {
  test('[Q32] starts when the resident has come', () => {
    expect(startService(called, BY, 'F9', at('09:41')).ticket).toMatchObject({
      status: 'serving',
      startedAt: at('09:41'),
    })
  })

  test('[Q32] keeps its first start when it is taken up again after a hold', () => {
    expect(startService({ ...called, startedAt: at('09:30') }, BY, 'F9', at('09:41')).ticket.startedAt).toBe(
      at('09:30'),
    )
  })

  test('[Q32] does not end without an outcome', () => {
    expect(() => finishService(serving, BY, { ...plain, outcome: null })).toThrow(
      expect.objectContaining(refusal('visit.outcome_missing')),
    )
  })

  test.each(['consulted', 'referred', 'left'] as const)('[Q32] ends as %s without a case', (outcome) => {
    expect(finishService(serving, BY, { ...plain, outcome }).ticket).toMatchObject({
      status: 'served',
      outcome,
      finishedAt: at('09:50'),
      window: 2,
    })
  })

  test.each(['accepted', 'finished_on_spot', 'supplement_told'] as const)(
    '[Q32] does not end as %s without its paper',
    (outcome) => {
      expect(() => finishService(serving, BY, { ...plain, outcome })).toThrow(
        expect.objectContaining(refusal('visit.case_missing')),
      )
    },
  )

  test('[Q32] ends as accepted or finished with a case, as told with a notice', () => {
    const withCase = { ...plain, caseIds: ['case-1' as CaseId] }
    expect(finishService(serving, BY, { ...withCase, outcome: 'accepted' }).ticket.status).toBe('served')
    expect(finishService(serving, BY, { ...withCase, outcome: 'finished_on_spot' }).ticket.status).toBe(
      'served',
    )
    expect(
      finishService(serving, BY, { ...plain, noticeId: 'notice-1', outcome: 'supplement_told' }).ticket
        .status,
    ).toBe('served')
  })

  test('[Q32] ends with any outcome under the mark 补录', () => {
    for (const outcome of VISIT_OUTCOMES) {
      expect(finishService(serving, BY, { ...plain, late: true, outcome }).event.data).toMatchObject({
        outcome,
        late: true,
      })
    }
  })
})

describe('reopening a visit', () => {
  const served = aTicket({
    status: 'served',
    window: 2,
    leg: 1,
    outcome: 'consulted',
    finishedAt: at('09:50'),
  })

  test('[Q34] is possible for 60 seconds at the same free window', () => {
    expect(reopenService(served, aWindow(2), at('09:51'), S).ticket).toMatchObject({
      status: 'serving',
      outcome: null,
      finishedAt: null,
    })
    expect(() => reopenService(served, aWindow(2), at('09:51:01'), S)).toThrow(
      expect.objectContaining(refusal('ticket.reopen_too_late')),
    )
  })

  test('[Q34] is refused at another window and at a busy one', () => {
    expect(() => reopenService(served, aWindow(3), at('09:50:30'), S)).toThrow(
      expect.objectContaining(refusal('ticket.elsewhere')),
    )
    const busy = aWindow(2, { occupant: called })
    expect(() => reopenService(served, busy, at('09:50:30'), S)).toThrow(
      expect.objectContaining(refusal('window.busy')),
    )
  })
})

describe('holding a ticket', () => {
  const hold = { reason: '去复印', heldHere: 4, now: at('09:45') }

  test('[Q30] needs a reason and keeps the window', () => {
    expect(holdTicket(serving, BY, hold, S).ticket).toMatchObject({
      status: 'held',
      window: 2,
      heldAt: at('09:45'),
    })
    expect(() => holdTicket(serving, BY, { ...hold, reason: null }, S)).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
  })

  test('[Q30] is refused for the sixth ticket of a window', () => {
    expect(() => holdTicket(serving, BY, { ...hold, heldHere: 5 }, S)).toThrow(
      expect.objectContaining(refusal('window.hold_limit', { n: 5 })),
    )
  })

  test('[Q30] warns after 30 minutes', () => {
    const { ticket } = holdTicket(serving, BY, hold, S)
    expect(isHeldTooLong(ticket, at('10:14:59'), S)).toBe(false)
    expect(isHeldTooLong(ticket, at('10:15'), S)).toBe(true)
  })

  test('[Q30] ends with a release under the same key, for any window', () => {
    const held = { ...serving, status: 'held', directedWindow: 2 } as const
    const { ticket } = releaseTicket(held, BY, 'by_hand')
    expect(ticket).toMatchObject({
      status: 'waiting',
      window: null,
      directedWindow: null,
      callKey: serving.callKey,
    })
  })
})
