// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { useNet } from '../../state/live.ts'
import { keepPack, readComplaintPhone } from './use-guide.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[V5, V27] a guide that is first opened without a network says where complaints are taken by phone', async () => {
  vi.useFakeTimers()
  let isReachable = true
  vi.stubGlobal('fetch', async (path: string) => {
    if (!isReachable) throw new TypeError('no network')
    return path === '/api/say'
      ? Response.json({ supervisionPhone: '0000-0000000', dutyPhone: '' })
      : Response.json({ units: [], items: [], next: null })
  })
  useNet.setState({ net: 'online', since: null })
  keepPack()
  await vi.advanceTimersByTimeAsync(3_000)
  isReachable = false
  const told = readComplaintPhone()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await told).toBe('0000-0000000')
})
