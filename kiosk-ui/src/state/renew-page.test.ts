// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notePageBuild } from './device-report.ts'
import { freshKiosk } from './kiosk-machine.ts'
import { tell, useKiosk } from './kiosk-store.ts'
import { renewWhenAlone } from './renew-page.ts'
import { useWaiting } from './waiting.ts'

beforeEach(() => {
  vi.useFakeTimers()
  useKiosk.setState(freshKiosk(performance.now()), true)
  useWaiting.setState({ net: 'online' })
})
afterEach(() => vi.useRealTimers())

test('[N1] another build is loaded when the kiosk is alone, never under the hands of somebody', () => {
  const reload = vi.fn()
  const stop = renewWhenAlone(reload)
  notePageBuild('one')
  vi.advanceTimersByTime(120_000)
  expect(reload).not.toHaveBeenCalled()
  notePageBuild('two')
  tell({ type: 'opened', place: { at: 'progress' } })
  vi.advanceTimersByTime(120_000)
  expect(reload).not.toHaveBeenCalled()
  tell({ type: 'left' })
  vi.advanceTimersByTime(30_000)
  expect(reload).not.toHaveBeenCalled()
  useWaiting.setState({ net: 'offline' })
  vi.advanceTimersByTime(60_000)
  expect(reload).not.toHaveBeenCalled()
  useWaiting.setState({ net: 'online' })
  vi.advanceTimersByTime(10_000)
  expect(reload).toHaveBeenCalledTimes(1)
  stop()
})
