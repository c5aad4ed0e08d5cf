import { describe, expect, test } from 'vitest'
import type { OracleHall } from './hall-oracle.ts'
import type { Asked, Operation, SeenTicket } from './history.ts'
import { divergences, type Place } from './history-check.ts'

const hall = (): OracleHall => ({
  now: 0,
  tickets: [],
  live: new Set(),
  windows: new Map(
    [1, 2].map((window) => [
      window,
      { window, state: 'open', clerk: `clerk${window}`, services: new Map([['relief', 'main']]) },
    ]),
  ),
  serials: new Map(),
  orders: 0,
  topics: new Map([['relief', { line: 'general', prefix: '综' }]]),
})

const ticket = (serial: number, changes: Partial<SeenTicket> = {}): SeenTicket => ({
  id: `t${serial}`,
  number: `综 00${serial}`,
  status: 'waiting',
  window: null,
  ...changes,
})
const taking: Asked = { does: 'issue', topic: 'relief', cls: 'ordinary' }
const next = (window: number): Asked => ({ does: 'next', window, outcome: null })

/** One operation that began and ended at the given microseconds. */
function did(
  commandId: string,
  asked: Asked,
  answer: SeenTicket | string,
  [invokedAt, doneAt]: readonly [number, number],
): Operation {
  const answered =
    typeof answer === 'string'
      ? ({ is: 'refused', code: answer } as const)
      : ({ is: 'done', ticket: answer } as const)
  const clerk = asked.does === 'next' ? `clerk${asked.window}` : 'kiosk1'
  return { commandId, clerk, asked, answered, invokedAt, doneAt }
}

function recordOf(...commandIds: readonly string[]): ReadonlyMap<string, Place> {
  return new Map(commandIds.map((id, place) => [id, { seq: place + 1, atMs: 1_000 * (place + 1) }]))
}

const TAKEN = did('a', taking, ticket(1), [0, 10])
const CALLED = did('b', next(1), ticket(1, { status: 'called', window: 1 }), [20, 30])

describe('what many clients saw', () => {
  test('[R41] is one order when a number is taken, then called, and the other window meets an empty line', () => {
    const empty = did('c', next(2), 'queue.empty', [25, 40])
    expect([...divergences(hall(), [TAKEN, CALLED, empty], recordOf('a', 'b'))]).toEqual([])
  })

  test.each([
    [
      'one number called at two windows',
      did('c', next(2), ticket(1, { status: 'called', window: 2 }), [25, 40]),
      'the rules refuse queue.empty',
    ],
    ['a "no" that was never right', did('c', next(1), 'queue.empty', [12, 18]), 'no moment explains'],
    ['an answer that the record does not know', did('x', taking, ticket(2), [12, 18]), 'not in the record'],
    [
      'two answers to one command',
      did('b', next(1), ticket(2, { status: 'called', window: 1 }), [20, 30]),
      'two answers',
    ],
    [
      'a "no" to a press that the record has as done',
      did('c', next(2), 'queue.empty', [25, 40]),
      'refused, but',
    ],
    ['a step answered before an earlier one began', did('c', taking, ticket(2), [1, 5]), 'answered before'],
  ])('[R41] is not, with %s', (_, lie, words) => {
    const problems = [...divergences(hall(), [TAKEN, CALLED, lie], recordOf('a', 'b', 'c'))]
    expect(problems.join('\n')).toContain(words)
  })
})
