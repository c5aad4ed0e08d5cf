// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { later } from './later.tsx'
import { PageFault } from './page-fault.tsx'

afterEach(cleanup)

const Words = ({ say }: { readonly say: string }) => <p>{say}</p>

test('[K54] a part that was brought is drawn at once; one that was not comes by itself', async () => {
  const brought = later(async () => Words)
  await brought.bring()
  render(<brought.Shown say="早" />)
  expect(screen.getByText('早')).toBeTruthy()
  const coming = later(async () => Words)
  render(<coming.Shown say="晚" />)
  expect(screen.queryByText('晚')).toBeNull()
  expect(await screen.findByText('晚')).toBeTruthy()
})

test('[K54] a file that does not come leaves words instead of an empty page', async () => {
  // React writes what a boundary caught to the console; here it is expected.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const missing = later<object>(() => Promise.reject(new TypeError('Failed to fetch')))
  render(
    <PageFault shown={<p>请到导服台</p>}>
      <missing.Shown />
    </PageFault>,
  )
  expect(await screen.findByText('请到导服台')).toBeTruthy()
  vi.restoreAllMocks()
})
