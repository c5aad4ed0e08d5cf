// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLiveLink } from './live-link.ts'

/** A line that opens and is closed at once, as the server does to a page without a session. */
class RefusedLine extends EventTarget {
  readonly readyState = 3
  constructor() {
    super()
    queueMicrotask(() => {
      this.dispatchEvent(new Event('open'))
      this.dispatchEvent(new Event('close'))
    })
  }
  send(): void {}
  close(): void {}
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('[R22] a page whose lines are refused knocks ever more slowly', async () => {
  let lines = 0
  const openSocket = () => {
    lines += 1
    return new RefusedLine() as unknown as WebSocket
  }
  const link = openLiveLink({ door: 'staff', onNet: () => undefined, openSocket })
  // After 0.25, 0.4, 0.64, 1.024, 1.6384 and 2.62144 s: the seventh line opens at 6.57 s, the next one after 10 s.
  await vi.advanceTimersByTimeAsync(10_000)
  link.close()
  expect(lines).toBe(7)
})
