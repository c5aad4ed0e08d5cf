// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { hangUp } from '../test/line-fixture.ts'
import { usePages } from './use-pages.ts'

const asPage = { parse: (value: unknown) => value as { items: string[]; next: string | null } }

afterEach(() => {
  cleanup()
  hangUp()
})

/** A server whose answers come when the test lets them. */
function slowServer() {
  const asked: { path: string; answer: (page: object) => void }[] = []
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise<Response>((resolve) =>
        asked.push({ path, answer: (page) => resolve(new Response(JSON.stringify(page))) }),
      ),
  )
  return asked
}

it('[U14] two quick presses on more bring the next page once', async () => {
  const asked = slowServer()
  const { result } = renderHook(() => usePages('/api/orders?limit=2', asPage))
  await act(async () => asked[0]?.answer({ items: ['a', 'b'], next: 'c1' }))
  act(() => {
    result.current.more()
    result.current.more()
  })
  expect(asked.map(({ path }) => path)).toEqual(['/api/orders?limit=2', '/api/orders?limit=2&cursor=c1'])
  await act(async () => asked[1]?.answer({ items: ['c'], next: null }))
  expect(result.current.items).toEqual(['a', 'b', 'c'])
})

it('[U33] a page of the list that was left is not added to the one that is shown', async () => {
  const asked = slowServer()
  const { result, rerender } = renderHook(({ path }) => usePages(path, asPage), {
    initialProps: { path: '/api/orders?unit=MZ' },
  })
  await act(async () => asked[0]?.answer({ items: ['mz'], next: 'c1' }))
  act(() => result.current.more())
  rerender({ path: '/api/orders?unit=LY' })
  await act(async () => asked[2]?.answer({ items: ['ly'], next: null }))
  await act(async () => asked[1]?.answer({ items: ['mz 2'], next: null }))
  expect(result.current.items).toEqual(['ly'])
})
