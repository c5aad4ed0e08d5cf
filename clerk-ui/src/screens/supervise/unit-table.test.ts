import { expect, it } from 'vitest'
import { ranksOf } from './unit-table.tsx'

it('[C707] units are ranked by their share on time, equal ones alike, too few cases not at all', () => {
  const unit = (name: string, of: number, n: number) =>
    ({ unit: name, decidedThisMonth: of, onTimeThisMonth: n }) as Parameters<typeof ranksOf>[0][number]
  const ranks = ranksOf([
    unit('MZ', 50, 48),
    unit('LY', 4, 4),
    unit('SB', 10, 10),
    unit('JS', 5, 5),
    unit('CZ', 5, 0),
  ])
  expect([...ranks]).toEqual([
    ['MZ', 3],
    ['SB', 1],
    ['JS', 1],
    ['CZ', 4],
  ])
})
