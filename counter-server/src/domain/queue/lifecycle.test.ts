import {
  TICKET_ACTIONS,
  TICKET_STATUSES,
  type TicketAction,
  type TicketStatus,
} from '@counter/shared/vocabulary/ticket'
import { describe, expect, test } from 'vitest'
import { aTicket, refusal } from '../../../test/queue-fixtures.ts'
import { type Party, statusAfter } from './lifecycle.ts'

const OWN: Party = { kind: 'window', window: 2 }
const OTHER: Party = { kind: 'window', window: 3 }
const REFUSALS: Record<string, string> = {
  W: 'ticket.wrong_status',
  X: 'ticket.elsewhere',
  E: 'ticket.finished',
}

// The table of the design: waiting, called, serving, held, missed, and what differs among the ends.
const TABLE: Record<
  TicketAction,
  [string, string, string, string, string, Partial<Record<TicketStatus, string>>]
> = {
  call: ['called', 'X', 'X', 'W', 'W', {}],
  recall: ['W', 'called', 'W', 'W', 'W', {}],
  undo_call: ['W', 'waiting', 'W', 'W', 'W', {}],
  start: ['W', 'serving', 'W', 'W', 'W', {}],
  finish: ['W', 'W', 'served', 'W', 'W', {}],
  reopen: ['W', 'W', 'W', 'W', 'W', { served: 'serving' }],
  miss: ['W', 'missed', 'W', 'missed', 'W', {}],
  rejoin: ['W', 'W', 'W', 'W', 'waiting', {}],
  postpone: ['waiting', 'W', 'W', 'W', 'W', {}],
  hold: ['W', 'held', 'held', 'W', 'W', {}],
  return: ['W', 'W', 'W', 'called', 'W', {}],
  release: ['W', 'W', 'W', 'waiting', 'W', {}],
  transfer: ['waiting', 'waiting', 'waiting', 'waiting', 'W', {}],
  reclass: ['waiting', 'W', 'W', 'W', 'W', {}],
  serve_by_hand: ['served', 'served', 'W', 'served', 'served', {}],
  cancel: ['cancelled', 'cancelled', 'W', 'cancelled', 'cancelled', {}],
  restore: ['W', 'W', 'W', 'W', 'W', { cancelled: 'waiting' }],
  move: ['moved', 'moved', 'W', 'moved', 'moved', {}],
  close_day: [
    'absent',
    'absent',
    'served',
    'absent',
    'absent',
    { served: 'served', absent: 'absent', moved: 'moved', cancelled: 'cancelled' },
  ],
}

function expected(status: TicketStatus, action: TicketAction): string {
  const [waiting, called, serving, held, missed, ends] = TABLE[action]
  const cells: Partial<Record<TicketStatus, string>> = { waiting, called, serving, held, missed }
  return cells[status] ?? ends[status] ?? 'E'
}

const CELLS = TICKET_STATUSES.flatMap((status) =>
  TICKET_ACTIONS.map((action) => [status, action, expected(status, action)] as const),
)

describe('a ticket', () => {
  test.each(CELLS)('[Q12] that is %s answers %s with %s', (status, action, cell) => {
    const ticket = aTicket({ status, window: 2 })
    const by: Party = action === 'move' ? { kind: 'system' } : OWN
    const code = REFUSALS[cell]
    if (code === undefined) expect(statusAfter(ticket, action, by)).toBe(cell)
    else expect(() => statusAfter(ticket, action, by)).toThrow(expect.objectContaining(refusal(code)))
  })

  const STARRED = CELLS.filter(([status]) => status === 'called' || status === 'serving')
  test.each(STARRED)('[Q12] that is %s at a window refuses %s from another one', (status, action) => {
    expect(() => statusAfter(aTicket({ status, window: 2 }), action, OTHER)).toThrow(
      expect.objectContaining(refusal('ticket.elsewhere', { n: '综 001', w: 2 })),
    )
  })

  test('[Q12] that is called may be cancelled by its resident, who may do nothing else to it', () => {
    const called = aTicket({ status: 'called', window: 2 })
    expect(statusAfter(called, 'cancel', { kind: 'resident' })).toBe('cancelled')
    expect(() => statusAfter(called, 'start', { kind: 'resident' })).toThrow(
      expect.objectContaining(refusal('ticket.elsewhere')),
    )
  })

  test('[Q12] that is called or serving may be moved on by supervisor and system', () => {
    expect(statusAfter(aTicket({ status: 'serving', window: 2 }), 'transfer', { kind: 'supervisor' })).toBe(
      'waiting',
    )
    expect(statusAfter(aTicket({ status: 'called', window: 2 }), 'move', { kind: 'system' })).toBe('moved')
  })

  test('[Q12] that is called is moved by the system alone', () => {
    const called = aTicket({ status: 'called', window: 2 })
    for (const by of [OWN, { kind: 'supervisor' } as const]) {
      expect(() => statusAfter(called, 'move', by)).toThrow(
        expect.objectContaining(
          refusal('ticket.wrong_status', { n: '综 001', status: 'called', action: 'move' }),
        ),
      )
    }
  })

  test.each(STARRED)('[Q12] that is %s refuses %s from staff without a window', (status, action) => {
    expect(() => statusAfter(aTicket({ status, window: 2 }), action, { kind: 'staff' })).toThrow(
      expect.objectContaining(refusal('ticket.elsewhere', { n: '综 001', w: 2 })),
    )
  })

  test('[Q34] that was cancelled goes back to what it was, and a called one to waiting', () => {
    const restored = (cancelledFrom: TicketStatus) =>
      statusAfter(aTicket({ status: 'cancelled', cancelledFrom }), 'restore', { kind: 'resident' })
    expect(restored('waiting')).toBe('waiting')
    expect(restored('called')).toBe('waiting')
    expect(restored('held')).toBe('held')
    expect(restored('missed')).toBe('missed')
  })
})
