import type { SyncResult, VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import {
  newItem,
  nextToSend,
  type Outbox,
  type OutboxItem,
  withAnswer,
  withHanded,
  withOutcomes,
  withoutOld,
  withoutSending,
  withSending,
  withSilence,
} from './outbox.ts'
import { countLate, countOutbox, lateness } from './outbox-counts.ts'
import { lastOpenOf, predecessorOf } from './predecessor.ts'
import { resultOf } from './sender.fixture.ts'

const CASE = 'c1' as CaseId
const A = 'a' as CommandId
const B = 'b' as CommandId

const AGENT = 's1' as StaffId

function headerOf(id: CommandId, seq: number): VillageHeader {
  const capturedAt = '2026-06-12T01:40:00.000Z' as Instant
  const pointId = '05' as VillageCode
  return {
    v: 1,
    id,
    seq,
    caseId: CASE,
    after: null,
    type: 'note.add',
    pointId,
    itemVersion: null,
    capturedAt,
    files: [],
    payloadHash: '0'.repeat(64),
  }
}
const added = (...ids: readonly CommandId[]): Outbox =>
  ids.map((id, place) =>
    newItem({ header: headerOf(id, place + 1), author: AGENT, title: id, slip: null }, 0),
  )
const answer = (id: string, status: SyncResult['status']) => ({ results: [resultOf(id, status)] })

const CAPTURED = Date.parse('2026-06-12T01:40:00.000Z')
const HOUR = 3_600_000

describe('the outbox', () => {
  test('[V44] sends in the order of capture, at most five at once', () => {
    const ids = ['1', '2', '3', '4', '5', '6'].map((id) => id as CommandId)
    expect(nextToSend([...added(...ids)].reverse(), AGENT, 0, 5).map(({ title }) => title)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
  })

  test('[V36] never-stuck-sending: what a killed page was sending is queued again', () => {
    expect(withoutSending(withSending(added(A), [A], 1000))[0]?.state).toBe('queued')
  })

  test('what is done stays so, although a second sender had it on its way still', () => {
    const done = withAnswer(withSending(added(A), [A], 0), [A], answer('a', 'applied'), 10, 1)
    expect(withSending(done, [A], 20)).toEqual(done)
    expect(withSilence(done, [A], 20, 1)).toEqual(done)
    expect(withAnswer(done, [A], answer('a', 'attention'), 20, 1)).toEqual(done)
  })

  test('[V36] what the centre has is listed for a day, what waits for ever', () => {
    const box = withAnswer(added(A, B), [A], answer('a', 'applied'), 0, 1)
    expect(withoutOld(box, 86_399_999)).toHaveLength(2)
    expect(withoutOld(box, 86_400_000).map(({ header }) => header.id)).toEqual([B])
  })

  test('[V35] switch-keeps-queue: only what its author captured goes out in a session', () => {
    expect(nextToSend(added(A), 's2' as StaffId, 0, 5)).toEqual([])
  })

  test('[V43] clock-stops-nobody: a clock that is set back by a year does not hold an item for a year', () => {
    const year = 365 * 86_400_000
    const waiting = withSilence(added(A), [A], year, 1)
    expect(nextToSend(waiting, AGENT, 0, 5)).toHaveLength(1)
  })

  test('[V43] waits longer after each silence, from 10 s to 10 min', () => {
    let box = added(A)
    const waits: number[] = []
    for (let turn = 0; turn < 8; turn += 1) {
      box = withSilence(box, [A], 0, 1)
      waits.push((box[0]?.notBefore ?? 0) / 1000)
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 600])
    expect(nextToSend(box, AGENT, 599_999, 5)).toEqual([])
    expect(nextToSend(box, AGENT, 600_000, 5)).toHaveLength(1)
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

  test('[V44, V52] a held command waits for a refused one until it is put right or solved, and then asks at once', () => {
    const [first, second] = added(A, B)
    if (first === undefined || second === undefined) throw new Error('two items')
    const both = [first, { ...second, header: { ...second.header, after: A } }]
    const refused = withAnswer(both, [A], answer('a', 'attention'), 0, 1)
    const held = withAnswer(refused, [B], answer('b', 'held'), 0, 1)
    expect(held[1]).toMatchObject({ state: 'held', answer: { status: 'held' } })
    expect(nextToSend(held, AGENT, 9_999, 5)).toEqual([])
    const solved = withOutcomes(held, answer('a', 'applied').results, 5_000)
    expect(nextToSend(solved, AGENT, 5_000, 5).map(({ header }) => header.id)).toEqual([B])
  })

  test('[V36, V52] 修改重发 stands where the refused one stood, and what followed that one does not hold it up', () => {
    const [first, second] = added(A, B)
    if (first === undefined || second === undefined) throw new Error('two items')
    const refused = withAnswer([first], [A], answer('a', 'attention'), 0, 1)
    const box = [...refused, { ...second, header: { ...second.header, after: A } }]
    const next = { type: 'note.add', caseId: CASE } as const
    expect(predecessorOf(box, next, A)).toBeNull()
    expect(predecessorOf(box, next, B)).toBe(A)
    expect(predecessorOf(box, next, null)).toBe(B)
    expect(predecessorOf(refused, next, null)).toBeNull()
    const [note] = refused
    if (note === undefined) throw new Error('one item')
    const registration: Outbox = [{ ...note, header: { ...note.header, type: 'case.register' } }]
    expect(predecessorOf(registration, next, null)).toBe(A)
    expect(predecessorOf([...registration, second], { ...next, type: 'authority.revoke' }, null)).toBe(A)
    expect(predecessorOf([second], { ...next, type: 'authority.revoke' }, null)).toBeNull()
    expect(predecessorOf(box, { ...next, type: 'command.withdraw' }, null)).toBeNull()
    const [lost] = added(A).map((item) => ({
      ...item,
      header: { ...item.header, after: B },
      answer: { ...answer('a', 'attention').results[0], code: 'predecessor.missing' },
    })) as OutboxItem[]
    if (lost === undefined) throw new Error('one item')
    expect(predecessorOf([lost], next, A)).toBeNull()
  })

  test('[V52] a held command asks again until its predecessor has arrived', () => {
    const held = withAnswer(added(A), [A], answer('a', 'held'), 0, 1)
    expect(nextToSend(held, AGENT, 9_999, 5)).toEqual([])
    expect(nextToSend(held, AGENT, 10_000, 5)).toHaveLength(1)
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
    expect(countOutbox(box)).toEqual({
      unsent: 1,
      sending: 0,
      photosLeft: 0,
      attention: 1,
      received: 0,
      unsentCases: 0,
      oldestAt: CAPTURED,
      oldest: { waiting: CAPTURED, photos: null, received: null, attention: CAPTURED },
    })
  })

  test.each([
    [24, 'none', 0],
    [25, 'day', 0],
    [72, 'day', 0],
    [73, 'days', 2],
  ] as const)(
    '[V36, V39] error-not-buried: after %i h of waiting the lateness is %s',
    (hours, expected, late) => {
      const now = CAPTURED + hours * HOUR
      expect(lateness(countOutbox(added(A, B)), now)).toBe(expected)
      expect(countLate(added(A, B), now)).toBe(late)
    },
  )
})

describe('what waits for a person', () => {
  const waiting = withAnswer(added(A), [A], answer(A, 'attention'), 0, 0)

  test('[V36, V51] given to the centre it waits on, and the solution of the centre ends it', () => {
    const handed = withHanded(waiting, A)
    expect(handed[0]).toMatchObject({ state: 'attention', isHanded: true })
    const solved = withOutcomes(handed, answer(A, 'applied').results, HOUR)
    expect(solved[0]).toMatchObject({ state: 'done', isHanded: false })
    expect(countOutbox(solved).attention).toBe(0)
  })

  test('[V36, V51] a no of the centre leaves it with its agent, content and all', () => {
    const results = answer(A, 'attention').results.map((each) => ({ ...each, message: '请到镇中心' }))
    const refused = withOutcomes(withHanded(waiting, A), results, HOUR)
    expect(refused[0]).toMatchObject({
      state: 'attention',
      isHanded: false,
      answer: { message: '请到镇中心' },
    })
  })

  test('[V36] an outcome of what waits no longer changes nothing', () => {
    const sent = added(A)
    expect(withOutcomes(sent, answer(A, 'applied').results, HOUR)).toEqual(sent)
  })
})
