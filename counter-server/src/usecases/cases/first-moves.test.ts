import { expect, test } from 'vitest'
import { createFirstMoves, type MovedCase } from './first-moves.ts'

const moveOf = (number: string, to: string, isToldBroken = false) =>
  ({
    facts: { number },
    moves: [{ kind: 'committed', from: null, to }],
    isToldBroken,
  }) as unknown as MovedCase

test('[C603] of many moves the broken promises come first, then the nearest days, however many there are', () => {
  const moves = createFirstMoves(3)
  const days = [
    '2026-07-09',
    '2026-07-02',
    '2026-07-08',
    '2026-07-03',
    '2026-07-02',
    '2026-07-07',
    '2026-07-06',
  ]
  for (const [place, day] of days.entries()) moves.add(moveOf(String(place), day))
  moves.add(moveOf('told', '2026-07-30', true))
  moves.add(moveOf('last', '2026-07-01'))
  expect(moves.first().map(({ facts }) => facts.number)).toEqual(['told', 'last', '1'])
})

test('[C603] a few moves are all there, those of one day in the order in which they came', () => {
  const moves = createFirstMoves(3)
  moves.add(moveOf('a', '2026-07-02'))
  moves.add(moveOf('b', '2026-07-02'))
  expect(moves.first().map(({ facts }) => facts.number)).toEqual(['a', 'b'])
})
