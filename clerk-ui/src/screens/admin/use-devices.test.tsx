// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { useDevices } from './use-devices.ts'

beforeAll(startWords)
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

function Seen() {
  const { list, refused } = useDevices()
  return (
    <DesignFrame>
      <RefusalLine refused={refused} />
      <p>{list === null ? 'nothing' : list.build}</p>
    </DesignFrame>
  )
}

it('[U10] that the devices could not be read is said only until they can be read again', async () => {
  let isSilent = true
  openFakeLine({
    answer: () =>
      isSilent
        ? { status: 503, body: {} }
        : { status: 200, body: { items: [], next: null, build: 'b1', villages: [] } },
  })
  render(<Seen />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByRole('alert').textContent).toContain('连不上服务器')
  isSilent = false
  await act(() => vi.advanceTimersByTimeAsync(3_100))
  expect(screen.getByText('b1')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
