import type { TicketStatus } from '@counter/shared/vocabulary/ticket'
import { describe, expect, test } from 'vitest'
import { aTicket, at, refusal } from '../../../test/queue-fixtures.ts'
import { cancelTicket, closeDay, restoreTicket } from './ending.ts'
import type { Party } from './lifecycle.ts'
import { QUEUE_DEFAULTS } from './settings.ts'

const RESIDENT: Party = { kind: 'resident' }
const restoreAt = (time: string, from: TicketStatus, isWindowClosed = false) => {
  const { ticket } = cancelTicket(
    aTicket({ status: from, window: from === 'waiting' ? null : 2 }),
    RESIDENT,
    at('09:40'),
  )
  return restoreTicket(ticket, { by: RESIDENT, now: at(time), isWindowClosed }, QUEUE_DEFAULTS).ticket
}

describe('a cancelled ticket', () => {
  test('[Q34] can be restored for 60 seconds under its key', () => {
    expect(restoreAt('09:41', 'waiting')).toMatchObject({
      status: 'waiting',
      callKey: aTicket().callKey,
      cancelledAt: null,
    })
    expect(() => restoreAt('09:41:01', 'waiting')).toThrow(
      expect.objectContaining(refusal('ticket.restore_too_late')),
    )
  })

  test('[Q34] that was called waits again, that was held is held again', () => {
    expect(restoreAt('09:40:30', 'called')).toMatchObject({ status: 'waiting', window: null })
    expect(restoreAt('09:40:30', 'held')).toMatchObject({ status: 'held', window: 2 })
  })

  test('[Q22] that was held waits when its window has closed meanwhile', () => {
    expect(restoreAt('09:40:30', 'held', true)).toMatchObject({ status: 'waiting', window: null })
  })
})

describe('the close of the day', () => {
  const STATUSES = [
    'waiting',
    'called',
    'serving',
    'held',
    'missed',
    'served',
    'absent',
    'moved',
    'cancelled',
  ] as const
  const day = STATUSES.map((status, index) => aTicket({ serial: index + 1, status, window: 2 }))

  test('[Q13] ends every ticket, and the ends add up to what was issued', () => {
    const { decisions, tally } = closeDay(day, { byHand: false, now: at('20:00') })
    expect(decisions.map(({ ticket }) => [ticket.serial, ticket.status])).toEqual([
      [1, 'absent'],
      [2, 'absent'],
      [3, 'served'],
      [4, 'absent'],
      [5, 'absent'],
    ])
    expect(tally).toEqual({ issued: 9, served: 2, absent: 5, moved: 1, cancelled: 1 })
  })

  test('[Q13] leaves a visit that nobody ended without a record', () => {
    const { decisions } = closeDay(day.slice(2, 3), { byHand: false, now: at('20:00') })
    expect(decisions[0]?.ticket).toMatchObject({ status: 'served', outcome: null, finishedAt: at('20:00') })
    expect(decisions[0]?.event.data).toMatchObject({ unrecorded: true })
  })

  test('[Q13] by hand is refused while a window is serving', () => {
    expect(() => closeDay(day, { byHand: true, now: at('17:40') })).toThrow(
      expect.objectContaining(refusal('day.still_serving', { w: 2 })),
    )
  })
})
