// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useBook } from './kiosk-book.ts'
import { followBook } from './kiosk-sender.ts'
import { useWaiting } from './waiting.ts'

/** A browser's store that refuses to open, as after a crash of the browser's own. */
class Refusing extends EventTarget {
  readonly error = new DOMException('out of order', 'UnknownError')
}

const BLOCK = {
  lease: '019eb2a0-0000-7000-8000-000000000046',
  businessDate: '2026-06-12',
  numbers: [{ number: '应急 901', token: 'A'.repeat(22), queryCode: '7K3F-9QPD', link: 'http://h/t#A' }],
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

test('[Q46] a block that cannot be stored is asked for with the same id, less and less often', async () => {
  const asked: { readonly at: number; readonly commandId: unknown }[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push({ at: performance.now(), commandId: JSON.parse(String(init.body)).commandId })
    return new Response(JSON.stringify({ block: BLOCK }))
  })
  useBook.setState({ isRead: true })
  const stop = followBook()
  await vi.advanceTimersByTimeAsync(120_000)
  stop()
  expect(new Set(asked.map(({ commandId }) => commandId)).size).toBe(1)
  expect(asked.length).toBeGreaterThan(2)
  // After 2, 4, 8, 16, 32 and then 60 seconds: seven times in two minutes, where it was sixty.
  expect(asked.length).toBeLessThanOrEqual(7)
})
