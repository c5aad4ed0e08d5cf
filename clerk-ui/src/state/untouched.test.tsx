// @vitest-environment happy-dom
import { Done } from '@counter/shared/contract/fields'
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { hangUp, openFakeLine } from '../test/line-fixture.ts'
import { read } from './ask.ts'
import { useIdleLock } from './idle.ts'

afterEach(() => {
  cleanup()
  hangUp()
  vi.restoreAllMocks()
})

it('[P12] a page says of what it asks by itself that nobody touches it, under the sign-in layer too', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: {} }) })
  const asked = async () => {
    await read('/api/cases', Done)
    return line.headers[line.headers.length - 1]?.get('x-untouched')
  }
  let now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  expect(await asked()).toBeNull()
  const { rerender } = renderHook(({ limit }) => useIdleLock(limit), {
    initialProps: { limit: 15 as number | undefined },
  })
  now += 60_000
  expect(await asked()).toBeNull()
  now += 60_000
  expect(await asked()).toBe('yes')
  window.dispatchEvent(new Event('keydown'))
  expect(await asked()).toBeNull()
  now += 15 * 60_000
  rerender({ limit: undefined })
  expect(await asked()).toBe('yes')
})
