// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hangUp } from '../test/line-fixture.ts'
import { useReading } from './use-reading.ts'

const asWords = { parse: (value: unknown) => value as { words: string } }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

const answered = (words: string, status = 200) => new Response(JSON.stringify({ words }), { status })

it('[U10] what could not be read at first is asked again by itself', async () => {
  const answers = [answered('', 503), answered('there')]
  vi.stubGlobal('fetch', async () => answers.shift() ?? answered('', 503))
  const { result } = renderHook(() => useReading('/api/notices', asWords))
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(result.current).toMatchObject({ value: null, refused: { code: 'offline' } })
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(result.current).toMatchObject({ value: { words: 'there' }, refused: null })
})

it('[U10] a later look that fails leaves what was read in sight, and says that it failed', async () => {
  const answers = [answered('first')]
  vi.stubGlobal('fetch', async () => answers.shift() ?? answered('', 503))
  const { result } = renderHook(() => useReading('/api/supervise/hall', asWords))
  await act(() => vi.advanceTimersByTimeAsync(100))
  act(() => result.current.reread())
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(result.current).toMatchObject({ value: { words: 'first' }, refused: { code: 'offline' } })
})

it('[U33] of two questions the later one is answered, whichever answer comes first', async () => {
  const slow: { answer: (words: string) => void }[] = []
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise<Response>((resolve) =>
        slow.push({ answer: (words) => resolve(answered(`${path} ${words}`)) }),
      ),
  )
  const { result, rerender } = renderHook(({ path }) => useReading(path, asWords), {
    initialProps: { path: '/one' },
  })
  rerender({ path: '/two' })
  await act(async () => slow[1]?.answer('late question'))
  await act(async () => slow[0]?.answer('early question'))
  expect(result.current.value).toEqual({ words: '/two late question' })
})
