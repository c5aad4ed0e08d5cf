// @vitest-environment happy-dom
import type { Hall } from '@counter/shared/contract/hall'
import type { Instant } from '@counter/shared/vocabulary/time'
import { expect, test } from 'vitest'
import { givesNumbers, isWithinHours } from './intake.ts'

const hall = (isAlwaysOpen = false) =>
  ({
    sessions: [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
    isAlwaysOpen,
  }) as unknown as Hall
const at = (time: string) => `2026-06-12T${time}:00.000Z` as Instant

test.each([
  ['00:29', false],
  ['00:30', true],
  ['05:00', true],
  ['09:29', true],
  ['09:30', false],
])('[Q42, Q47] without the server a kiosk keeps to the hours of the hall: at %s UTC %s', (time, isOpen) => {
  expect(isWithinHours(hall(), at(time))).toBe(isOpen)
  expect(isWithinHours(hall(true), at(time))).toBe(true)
})

test('[Q47] numbers are given with the server and without it, and not from an empty book', () => {
  expect((['boot', 'open', 'closed', 'offline', 'paused'] as const).filter(givesNumbers)).toEqual([
    'open',
    'offline',
  ])
})
