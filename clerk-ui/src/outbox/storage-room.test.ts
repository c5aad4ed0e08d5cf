import { expect, test } from 'vitest'
import { roomState } from './storage-room.ts'

const MB = 1024 * 1024

test.each([
  ['a fresh phone', 10_000 * MB, 0, 'enough'],
  ['50 MB free', 250 * MB, 200 * MB, 'enough'],
  ['a byte less than 50 MB free', 250 * MB, 200 * MB + 1, 'no_photos'],
  ['more than 80 % used', 1000 * MB, 801 * MB, 'no_photos'],
  ['5 MB free', 100 * MB, 95 * MB, 'no_photos'],
  ['a byte less than 5 MB free', 100 * MB, 95 * MB + 1, 'full'],
] as const)('[V40] %s', (_name, quota, usage, state) => {
  expect(roomState({ quota, usage })).toBe(state)
})
