import { expect, test } from 'vitest'
import type { Operation } from './history.ts'
import { createNoes, noesOf } from './history-noes.ts'

function no(commandId: string, invokedAt: number, doneAt: number): Operation {
  return {
    commandId,
    clerk: 'clerk1',
    asked: { does: 'next', window: 1, outcome: null },
    answered: { is: 'refused', code: 'queue.empty' },
    invokedAt,
    doneAt,
  }
}

// Three steps; the second was asked before the first was answered.
const DONE = [
  { invokedAt: 0, doneAt: 20 },
  { invokedAt: 10, doneAt: 30 },
  { invokedAt: 40, doneAt: 50 },
]

test('[R41] a "no" may have been said after any step that did not end before its question, nor begin after its answer', () => {
  const noes = noesOf([no('after all', 60, 70), no('amid', 25, 45), no('at first', 1, 5)], DONE)
  expect(noes.map(({ operation, from, to }) => [operation.commandId, from, to])).toEqual([
    ['at first', 0, 1],
    ['amid', 1, 3],
    ['after all', 3, 3],
  ])
})

test('[R41] a "no" is tried from its question to its answer and not again once it was right', () => {
  const tried: string[] = []
  const noes = createNoes(noesOf([no('amid', 25, 45), no('at first', 1, 5)], DONE), ({ commandId }) => {
    tried.push(commandId)
    return commandId === 'amid'
  })
  const missed = [0, 1, 2, 3].map((steps) => noes.tryAfter(steps).map(({ commandId }) => commandId))
  expect(tried).toEqual(['at first', 'at first', 'amid'])
  expect(missed).toEqual([[], [], ['at first'], []])
  expect(noes.left()).toEqual([])
})
