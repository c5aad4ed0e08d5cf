// @vitest-environment happy-dom
import type { DeviceNews } from '@counter/shared/contract/desk'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { DeskDevices } from './desk-devices.tsx'

const since = '2026-06-12T01:40:00.000Z' as Instant

function device(name: string, changes: Partial<DeviceNews> = {}): DeviceNews {
  return { deviceId: name, name, kind: 'wall', problem: null, fault: null, since, speaks: false, ...changes }
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[Q53, Q54] a silent speaking wall asks the clerk to call out, and each wall that answers is offered', () => {
  const line = openFakeLine({})
  const walls = [
    device('大屏 1', { speaks: true, problem: 'silent' }),
    device('大屏 2'),
    device('大屏 3', { problem: 'sound' }),
  ]
  render(<DeskDevices devices={walls} />)
  expect(screen.getByText(/■ 大屏 1 没有回应，请喊一声/)).toBeDefined()
  expect(screen.queryByRole('button', { name: '改由 大屏 3 播报' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '改由 大屏 2 播报' }))
  expect(line.sent.map(({ path }) => path)).toEqual(['/api/devices/大屏 2/speak'])
})

it('[Q54] a hall whose walls are all silent says that nobody speaks', () => {
  openFakeLine({})
  render(<DeskDevices devices={[device('大屏 1'), device('大屏 2')]} />)
  expect(screen.getByText(/■ 没有大屏播报，请喊一声/)).toBeDefined()
  expect(screen.getAllByRole('button', { name: /播报/ })).toHaveLength(2)
})

it('[U18] devices in order take no place at the desk', () => {
  openFakeLine({})
  const { container } = render(<DeskDevices devices={[device('大屏 1', { speaks: true })]} />)
  expect(container.textContent).toBe('')
})

it('[Q54] a take-over that is refused says so', async () => {
  openFakeLine({ answer: () => ({ status: 409, body: { code: 'device.revoked', params: {} } }) })
  render(<DeskDevices devices={[device('大屏 1')]} />)
  fireEvent.click(screen.getByRole('button', { name: '改由 大屏 1 播报' }))
  expect(await screen.findByText(refusalSentence('device.revoked', {}, 'zh-CN'))).toBeDefined()
})
