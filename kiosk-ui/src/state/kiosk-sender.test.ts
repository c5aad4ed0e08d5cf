// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useBook } from './kiosk-book.ts'
import { followBook } from './kiosk-sender.ts'
import { useWaiting } from './waiting.ts'

/** A browser's store that refuses to open, as after a crash of the browser's own. */
class Refusing extends EventTarget {
  readonly error = new DOMException('out of order', 'UnknownError')
}

let opened = 0

beforeEach(() => {
  vi.useFakeTimers()
  opened = 0
  vi.stubGlobal('IDBRequest', Refusing)
  vi.stubGlobal('indexedDB', {
    open() {
      opened += 1
      const request = new Refusing()
      queueMicrotask(() => request.dispatchEvent(new Event('error')))
      return request
    },
  })
  useWaiting.setState({ net: 'online' })
  useBook.setState({ isRead: false, blocks: [], unsent: [] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[Q48] a store that does not open is asked again, for what lies in it must still go up', async () => {
  const stop = followBook()
  await vi.advanceTimersByTimeAsync(0)
  const atFirst = opened
  expect(atFirst).toBeGreaterThan(0)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(opened).toBeGreaterThan(atFirst)
  stop()
  const atLast = opened
  await vi.advanceTimersByTimeAsync(20_000)
  expect(opened).toBe(atLast)
})
