// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepWorker } from './kept-page.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[K43] a worker that did not come is asked for again, until it is there', async () => {
  const register = vi
    .fn()
    .mockRejectedValueOnce(new TypeError('no script'))
    .mockResolvedValueOnce({ active: null })
    .mockResolvedValue({ active: {} })
  vi.stubGlobal('navigator', { serviceWorker: { register } })
  const stop = keepWorker()
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(register.mock.calls).toEqual(Array(3).fill(['/sw-kiosk.js', { scope: '/kiosk' }]))
  stop()
})

test('[K43] a page that is left asks no longer, and a browser without workers never', async () => {
  const register = vi.fn().mockRejectedValue(new TypeError('no script'))
  vi.stubGlobal('navigator', { serviceWorker: { register } })
  keepWorker()()
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(register).toHaveBeenCalledTimes(1)
  vi.stubGlobal('navigator', {})
  expect(() => keepWorker()()).not.toThrow()
})
