// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startVillageWords } from '../../text/village-words.ts'
import { PrivateWindowQuestion } from './private-window.tsx'
import { useRoom } from './village-room.ts'

beforeAll(startVillageWords)
beforeEach(() => useRoom.setState({ isPersisted: null }))
afterEach(cleanup)

function browserPromises(promise: () => Promise<boolean>): void {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { persist: promise } })
}

function open(): void {
  render(<PrivateWindowQuestion>六位数字</PrivateWindowQuestion>)
}

describe('[V85, U43] a window that may be private', () => {
  test('is not asked about where the browser promised to keep what is stored', async () => {
    browserPromises(() => Promise.resolve(true))
    open()
    expect(await screen.findByText('六位数字')).toBeTruthy()
    expect(screen.queryByText('这是无痕（隐私）窗口吗')).toBeNull()
  })

  test.each([
    ['promised nothing', () => Promise.resolve(false)],
    ['cannot be asked', () => Promise.reject(new Error('no storage'))],
  ])('is asked about before anything is kept, where the browser %s', async (_what, promise) => {
    browserPromises(promise)
    open()
    expect(await screen.findByText('无痕窗口一关，存好的办件就没了')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: '这是无痕（隐私）窗口吗' }))
    expect(screen.queryByText('六位数字')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '不是，继续' }))
    expect(screen.getByText('六位数字')).toBeTruthy()
  })

  test('is asked about where the browser asks too and nobody answers it, and a late promise is believed', async () => {
    vi.useFakeTimers()
    try {
      let promise: (isKept: boolean) => void = () => undefined
      browserPromises(() => new Promise((resolve) => (promise = resolve)))
      open()
      await act(() => vi.advanceTimersByTimeAsync(1000))
      expect(screen.queryByText('这是无痕（隐私）窗口吗')).toBeNull()
      await act(() => vi.advanceTimersByTimeAsync(4000))
      expect(screen.getByText('这是无痕（隐私）窗口吗')).toBeTruthy()
      await act(async () => promise(true))
      expect(screen.getByText('六位数字')).toBeTruthy()
    } finally {
      vi.useRealTimers()
    }
  })

  test('keeps nothing when it is one, and says what to do', async () => {
    browserPromises(() => Promise.resolve(false))
    open()
    await userEvent.click(await screen.findByRole('button', { name: '是无痕窗口' }))
    expect(screen.getByRole('alert').textContent).toBe('这里不能放心存办件')
    expect(screen.getByText('请关掉它，用普通窗口打开')).toBeTruthy()
    expect(screen.queryByText('六位数字')).toBeNull()
    const back = screen.getByRole('button', { name: '返回' })
    expect(document.activeElement).toBe(back)
    await userEvent.click(back)
    expect(document.activeElement?.textContent).toBe('这是无痕（隐私）窗口吗')
  })
})
