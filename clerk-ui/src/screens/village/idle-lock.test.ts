// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockWhenIdle } from './idle-lock.ts'

const MINUTE = 60_000
const NOON = Date.parse('2026-06-12T04:00:00.000Z')

beforeEach(() => vi.useFakeTimers({ now: NOON }))
afterEach(() => vi.useRealTimers())

function aPhone() {
  const locked = { times: 0 }
  const lock = async () => {
    locked.times += 1
  }
  lockWhenIdle({ idleMs: () => 10 * MINUTE, lock, lookEveryMs: 5_000 })
  return locked
}

test('[V33] an open phone that nobody touches for ten minutes is locked, and a touch begins them anew', async () => {
  const locked = aPhone()
  await vi.advanceTimersByTimeAsync(9 * MINUTE)
  document.dispatchEvent(new Event('pointerdown'))
  await vi.advanceTimersByTimeAsync(9 * MINUTE)
  expect(locked.times).toBe(0)
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(locked.times).toBeGreaterThan(0)
})

test('[V33] a phone that slept longer is locked by the touch that wakes it', () => {
  const locked = aPhone()
  vi.setSystemTime(NOON + 11 * MINUTE)
  document.dispatchEvent(new Event('pointerdown'))
  expect(locked.times).toBe(1)
})

test('[V33, V78] a clock that is set back keeps no phone open', async () => {
  const locked = aPhone()
  vi.setSystemTime(NOON - 120 * MINUTE)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(locked.times).toBe(1)
})
