// @vitest-environment happy-dom
import type { Instant } from '@counter/shared/vocabulary/time'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { setPageClock, usePageMinute } from './page-clock.ts'

afterEach(() => {
  cleanup()
  setPageClock(null)
  vi.useRealTimers()
})

function Shown() {
  return <p>{usePageMinute()}</p>
}

it("[U8] a page that began by its own machine's time goes by the server's within a second", () => {
  vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00.000Z') })
  render(<Shown />)
  setPageClock(() => '2026-06-12T01:40:30.000Z' as Instant)
  act(() => {
    vi.advanceTimersByTime(1_000)
  })
  expect(screen.getByText('2026-06-12T01:40:30.000Z')).toBeTruthy()
})
