import { expect, it } from 'vitest'
import { idleState } from './idle.ts'

it.each([
  [0, 'active'],
  [13 * 60_000 + 59_000, 'active'],
  [14 * 60_000, 'warning'],
  [15 * 60_000, 'locked'],
])('[U15] after %s ms without a touch a screen with 15 minutes is %s', (idleMs, state) => {
  expect(idleState(idleMs, 15)).toBe(state)
})
