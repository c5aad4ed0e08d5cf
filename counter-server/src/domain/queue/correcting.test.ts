import { expect, test } from 'vitest'
import { aTicket, at, RELIEF, refusal, SOCIAL } from '../../../test/queue-fixtures.ts'
import { correctVisit } from './correcting.ts'

const served = aTicket({ status: 'served', window: 2, leg: 1, outcome: 'consulted', finishedAt: at('09:30') })
const before = { outcome: 'consulted', topicServed: RELIEF } as const

test('[Q34] a correction names each field with its old and new value and touches no time', () => {
  const { ticket, record, events } = correctVisit(served, before, {
    outcome: 'referred',
    topicServed: SOCIAL,
    reason: '按错了',
  })
  expect(ticket).toEqual({ ...served, outcome: 'referred', version: served.version + 1 })
  expect(record).toEqual({ outcome: 'referred', topicServed: SOCIAL })
  expect(events).toEqual([
    {
      type: 'leg.corrected',
      data: { leg: 1, field: 'outcome', old: 'consulted', new: 'referred', reason: '按错了' },
    },
    {
      type: 'leg.corrected',
      data: { leg: 1, field: 'topicServed', old: RELIEF, new: SOCIAL, reason: '按错了' },
    },
  ])
})

test('[Q34] a correction needs a served number, a reason, and something to correct', () => {
  const change = { outcome: 'left', topicServed: null, reason: '走了' } as const
  expect(() => correctVisit(aTicket(), before, change)).toThrow(
    expect.objectContaining(
      refusal('ticket.wrong_status', { n: '综 001', status: 'waiting', action: 'correct' }),
    ),
  )
  expect(() => correctVisit(served, before, { ...change, reason: ' ' })).toThrow(
    expect.objectContaining(refusal('reason.required')),
  )
  expect(() => correctVisit(served, before, { ...change, outcome: 'consulted' })).toThrow(
    expect.objectContaining(refusal('correction.nothing')),
  )
})
