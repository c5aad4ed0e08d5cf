// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hangUp, openFakeLine } from '../test/line-fixture.ts'
import { useHall } from './hall.ts'

beforeEach(() => {
  vi.useFakeTimers()
  useHall.setState({ hall: null })
})
afterEach(() => {
  hangUp()
  vi.useRealTimers()
})

it('[U10] a hall that did not answer at first is asked again by itself until it is known', async () => {
  const line = openFakeLine({ answer: () => ({ status: 503, body: {} }) })
  const asked = () => line.sent.filter(({ path }) => path === '/api/hall').length
  await useHall.getState().learn()
  expect(asked()).toBe(1)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked()).toBe(2)
  useHall.setState({ hall: { topics: [] } as never })
  await vi.advanceTimersByTimeAsync(5_000)
  const then = asked()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked()).toBe(then)
})
