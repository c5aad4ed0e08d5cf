// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { handOverAndLeave } from './village-leaving.ts'
import { usePhone } from './village-phone.ts'

const MINUTE = 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('[V80, V84] a lost phone whose disk does not answer tries again by itself a minute later', async () => {
  const tries = { begun: 0 }
  const inUse = () => {
    tries.begun += 1
    throw new Error('the disk does not answer')
  }
  usePhone.setState({ problem: 'device.lost' })
  await handOverAndLeave(inUse)
  expect(tries.begun).toBe(1)
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(tries.begun).toBe(2)
  usePhone.setState({ problem: null })
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(tries.begun).toBe(3)
  await vi.advanceTimersByTimeAsync(MINUTE)
  expect(tries.begun).toBe(3)
})
