import type { TicketId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { at } from '../../../test/queue-fixtures.ts'
import { type Unspoken, voiceQueueOf } from './voice-queue.ts'

const row = (seq: number, ticket: string, changes: Partial<Unspoken> = {}): Unspoken => ({
  seq,
  ticketId: ticket as TicketId,
  kind: 'call',
  queuedAt: at('09:40'),
  ticketStatus: 'called',
  ...changes,
})
const seqs = (rows: readonly Unspoken[], time: string, reconnected = false) => {
  const { toSpeak, dropped } = voiceQueueOf(rows, { now: at(time), reconnected })
  return [toSpeak.map(({ seq }) => seq), dropped.map(({ row: { seq }, cause }) => [seq, cause])]
}

describe('the voice', () => {
  test('[Q55] speaks in the order of the calls', () => {
    expect(seqs([row(3, 'c'), row(1, 'a'), row(2, 'b')], '09:40:05')).toEqual([[1, 2, 3], []])
  })

  test('[Q56] drops what is no longer called', () => {
    const rows = [
      row(1, 'a', { ticketStatus: 'serving' }),
      row(2, 'b', { ticketStatus: 'waiting' }),
      row(3, 'c'),
    ]
    expect(seqs(rows, '09:40:05')).toEqual([
      [3],
      [
        [1, 'not_called'],
        [2, 'not_called'],
      ],
    ])
  })

  test('[Q56] says a recall once, in the place of the call not yet spoken', () => {
    expect(seqs([row(1, 'a'), row(2, 'b'), row(3, 'a', { kind: 'recall' })], '09:40:30')).toEqual([
      [3, 2],
      [[1, 'merged']],
    ])
  })

  test('[Q56] gives up at 90 seconds', () => {
    expect(seqs([row(1, 'a')], '09:41:29')).toEqual([[1], []])
    expect(seqs([row(1, 'a')], '09:41:30')).toEqual([[], [[1, 'expired']]])
  })

  test('[Q56] says after a reconnect only what is 30 seconds old at most', () => {
    expect(seqs([row(1, 'a')], '09:40:30', true)).toEqual([[1], []])
    expect(seqs([row(1, 'a')], '09:40:31', true)).toEqual([[], [[1, 'stale']]])
  })
})
