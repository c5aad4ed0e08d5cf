import type { CaseId, CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import type { VillageCommand } from './command.ts'
import {
  countOutbox,
  lastOpenOf,
  nextToSend,
  type Outbox,
  withAnswer,
  withCommand,
  withoutStuck,
  withSending,
  withSilence,
} from './outbox.ts'

const CASE = 'c1' as CaseId
const A = 'a' as CommandId
const B = 'b' as CommandId

function commandOf(id: CommandId, caseId = CASE): VillageCommand {
  const capturedAt = '2026-06-12T01:40:00.000Z' as Instant
  const header = {
    v: 1,
    id,
    seq: 1,
    caseId,
    after: null,
    type: 'note.add',
    pointId: '05' as VillageCode,
    itemVersion: null,
    capturedAt,
    files: [],
    payloadHash: '0'.repeat(64),
  } as const
  return { header: { ...header, files: [] }, payload: { text: 'x' } }
}
const added = (...ids: readonly CommandId[]): Outbox =>
  ids.reduce<Outbox>((box, id) => withCommand(box, { command: commandOf(id), photos: [], title: id }, 0), [])
const answer = (id: string, status: 'applied' | 'held' | 'attention' | 'retry' | 'merged') => ({
  results: [
    {
      id,
      status,
      code: null,
      message: null,
      caseId: null,
      number: null,
      queryCode: null,
      link: null,
      filesMissing: [],
    },
  ],
})

describe('the outbox', () => {
  test('[V44] sends in the order of capture, at most five at once', () => {
    const ids = ['1', '2', '3', '4', '5', '6'].map((id) => id as CommandId)
    expect(nextToSend(added(...ids), 0).map(({ title }) => title)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('[V36] never-stuck-sending: what is on its way for 60 s is queued again', () => {
    const sending = withSending(added(A), [A], 1000)
    expect(withoutStuck(sending, 60_999)[0]?.state).toBe('sending')
    expect(withoutStuck(sending, 61_000)[0]?.state).toBe('queued')
  })

  test('[V43] waits longer after each silence, from 10 s to 10 min', () => {
    let box = added(A)
    const waits: number[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      box = withSilence(box, [A], 0, 1)
      waits.push((box[0]?.notBefore ?? 0) / 1000)
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 600])
    expect(nextToSend(box, 599_999)).toEqual([])
    expect(nextToSend(box, 600_000)).toHaveLength(1)
  })

  test.each([
    ['applied', 'done'],
    ['merged', 'merged'],
    ['held', 'held'],
    ['attention', 'attention'],
    ['retry', 'retry'],
  ] as const)('[V48] %s puts an item into %s', (status, state) => {
    expect(withAnswer(added(A), [A], answer('a', status), 0, 1)[0]?.state).toBe(state)
  })

  test('[V52] a held command asks again until its predecessor has arrived', () => {
    const held = withAnswer(added(A), [A], answer('a', 'held'), 0, 1)
    expect(nextToSend(held, 9_999)).toEqual([])
    expect(nextToSend(held, 10_000)).toHaveLength(1)
  })

  test('[V29] a command follows the last one of its case that the centre has not settled', () => {
    const both = added(A, B)
    expect(lastOpenOf(both, CASE)).toBe(B)
    const settled = withAnswer(
      withAnswer(both, [A], answer('a', 'applied'), 0, 1),
      [B],
      answer('b', 'applied'),
      0,
      1,
    )
    expect(lastOpenOf(settled, CASE)).toBeNull()
    expect(lastOpenOf(both, 'c2' as CaseId)).toBeNull()
  })

  test('[V37] unsent-count-visible: counts what waits, what was received and what needs a person', () => {
    const box = withAnswer(withSending(added(A, B), [A], 0), [A], answer('a', 'attention'), 0, 1)
    expect(countOutbox(box)).toEqual({ unsent: 1, sending: 0, photosLeft: 0, attention: 1, received: 0 })
  })
})
