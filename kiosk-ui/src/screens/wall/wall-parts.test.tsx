// @vitest-environment happy-dom

import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { WallLastCalls } from './wall-last-calls.tsx'
import { WallNotices } from './wall-notices.tsx'
import { WallSoundMark } from './wall-sound.tsx'

const WALL = '019eb2a0-0000-7000-8000-00000000beef' as DeviceId

beforeAll(() => startText(hallCatalogue, refusalSentence))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[U24] the notices turn a page each 10 s and begin again', () => {
  vi.useFakeTimers()
  render(<WallNotices notices={['周五下午停电', '医保缴费到月底']} />)
  const page = () => screen.getByTestId('wall.notice').textContent
  expect(page()).toBe('公告 1/2 周五下午停电')
  act(() => vi.advanceTimersByTime(9_999))
  expect(page()).toBe('公告 1/2 周五下午停电')
  act(() => vi.advanceTimersByTime(1))
  expect(page()).toBe('公告 2/2 医保缴费到月底')
  act(() => vi.advanceTimersByTime(10_000))
  expect(page()).toBe('公告 1/2 周五下午停电')
})

test.each([
  ['on', '✓ 声音开'],
  ['off', '■ 声音未开启'],
  ['muted', '‖ 静音到 14:00'],
] as const)('[U27, U47] a wall whose sound is %s says 「%s」', (sound, words) => {
  render(<WallSoundMark sound={sound} mutedUntil="14:00" deviceId={WALL} />)
  expect(screen.getByRole('status').textContent).toBe(words)
})

test('[Q54] a press on the mark of a silent wall asks for the voice, for itself alone', () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.reject(new TypeError('no network'))
  })
  render(<WallSoundMark sound="listening" mutedUntil={null} deviceId={WALL} />)
  fireEvent.click(screen.getByRole('button', { name: '‖ 本屏不播报，按一下，改由本屏播报' }))
  expect(asked).toEqual([`/api/devices/${WALL}/speak`])
})

test('[Q57] the last calls name number and window, and no list stands where nobody was called', () => {
  const { container } = render(<WallLastCalls calls={[]} />)
  expect(container.textContent).toBe('')
  render(<WallLastCalls calls={[{ number: '综 012', tag: null, window: 2 }]} />)
  expect(screen.getByTestId('wall.last').textContent).toBe('刚叫过综 012→2')
})
