import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { afterEvent, EMPTY_DAY, type RowPart, standingCalls, ticketsOf, windowsOf } from './replay.ts'

const DAY = '2026-06-12' as PlainDate
const ticket = (id: string, callKey: number, order: number): RowPart => [
  'ticket',
  [id],
  { id, business_date: DAY, status: 'waiting', window: null, call_key: callKey, issue_order: order },
]
const duty: RowPart = ['duty', ['d'], { id: 'd', window: 2, closed_at: null, paused_at: null }]
const played = (...events: readonly RowPart[][]) => events.reduce(afterEvent, EMPTY_DAY)

describe('the replay of a day', () => {
  test('[Q59] lets people wait in the order of the call', () => {
    const hall = played([ticket('late', 300, 1)], [ticket('first', 100, 3)], [ticket('second', 100, 4)])
    expect(ticketsOf(hall, 'waiting', DAY).map(({ id }) => id)).toEqual(['first', 'second', 'late'])
  })

  test('[Q59] has each called ticket at its window, and nobody there once it is served', () => {
    const called = played([ticket('t', 1, 1)], [duty], [['ticket', ['t'], { status: 'called', window: 2 }]])
    expect(windowsOf(called)).toMatchObject([{ duty: { window: 2 }, occupant: { id: 't' } }])
    const served = afterEvent(called, [['ticket', ['t'], { status: 'served', window: null }]])
    expect(windowsOf(served)).toMatchObject([{ occupant: null }])
  })

  test('[Q59] has no row for a window that was closed', () => {
    const closed = played([duty], [['duty', ['d'], { closed_at: '2026-06-12T09:30:00.000Z' }]])
    expect(windowsOf(closed)).toEqual([])
  })

  test('[Q59] leaves out what began before the day', () => {
    expect(played([['ticket', ['old'], { status: 'absent' }]])).toEqual(EMPTY_DAY)
  })

  test('[Q59] takes a call off the wall when it was taken back', () => {
    const calls: RowPart[][] = [
      [['announcement', [1], { seq: 1, withdrawn_at: null }]],
      [['announcement', [2], { seq: 2, withdrawn_at: null }]],
    ]
    const hall = played(...calls, [['announcement', [1], { withdrawn_at: '2026-06-12T01:40:00.000Z' }]])
    expect(standingCalls(hall).map(({ seq }) => seq)).toEqual([2])
  })
})
