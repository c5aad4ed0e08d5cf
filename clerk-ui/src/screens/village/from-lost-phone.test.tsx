// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useNet } from '../../state/live.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { FROM_LOST, SLIP_CASE } from './from-lost-phone.fixture.ts'
import { FromLostPhone } from './from-lost-phone.tsx'

const OTHER_SLIP = { ...FROM_LOST, type: 'case.register', topic: null, slipCase: SLIP_CASE }

beforeAll(startVillageWords)
beforeEach(() => {
  vi.useFakeTimers()
  useNet.setState({ net: 'online', since: null })
})
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

function sayWhy(): void {
  fireEvent.click(screen.getByRole('button', { name: '是我登记的，另一件' }))
  fireEvent.change(screen.getByRole('textbox', { name: '为什么是另一件' }), { target: { value: '抄错了' } })
}

test.each([
  ['是我登记的', FROM_LOST, '不是我登记的', { isOwn: true }],
  ['不是我登记的', FROM_LOST, '是我登记的', { isOwn: false }],
  ['另编号办理', OTHER_SLIP, '是我登记的，同一件', { isOwn: true, apart: '抄错了' }],
] as const)(
  '[U14, R6, V80] a silent server: 「%s」 says so, is safe to press again, and nothing else is said meanwhile',
  async (go, item, other, said) => {
    let isSilent = true
    const line = openFakeLine({
      answer: (path) =>
        path === '/api/village-attention/own'
          ? { status: 200, body: { items: [item] } }
          : isSilent
            ? { status: 503, body: {} }
            : { status: 200, body: { done: true } },
    })
    const sent = (): readonly Record<string, unknown>[] =>
      line.sent.flatMap(({ path, body }) => (path.endsWith('/confirm') ? [body] : []))
    show(<FromLostPhone />)
    await act(() => vi.advanceTimersByTimeAsync(100))
    if ('apart' in said) sayWhy()
    const button = screen.getByRole('button', { name: go })
    const beside = screen.getByRole('button', { name: other })
    fireEvent.click(button)
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(button.textContent).toBe('正在核对，请稍候')
    expect(button.getAttribute('aria-disabled')).toBe('true')
    expect(beside.textContent).toBe(other)
    await act(() => vi.advanceTimersByTimeAsync(45_000))
    expect(button.textContent).toBe('还没有确认，可以放心再按一次')
    expect(button.getAttribute('aria-disabled')).toBe('false')
    expect(beside.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(beside)
    fireEvent.click(button)
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(button.textContent).toBe('正在核对，请稍候')
    isSilent = false
    await act(() => vi.advanceTimersByTimeAsync(11_000))
    expect(sent().length).toBeGreaterThan(2)
    for (const body of sent()) expect(body).toEqual({ ...said, commandId: sent()[0]?.['commandId'] })
    expect(screen.queryByText(/正在核对|还没有确认/)).toBeNull()
  },
)

test.each([
  ['case.register', '2026-05-0001-7', '内容打不开，镇中心也知道。请把纸质材料交去补录'],
  ['note.add', null, '内容打不开，镇中心也知道。请在这里重新记一次'],
])(
  '[V80, V84] a %s that opens no more is told with what is to be done, and nothing is asked',
  async (type, topic, told) => {
    const unread = {
      ...FROM_LOST,
      id: FROM_LOST.id.replace('a1', 'a2'),
      code: 'command.unreadable',
      type,
      topic,
    }
    openFakeLine({ answer: () => ({ status: 200, body: { items: [unread, FROM_LOST] } }) })
    show(<FromLostPhone />)
    await act(() => vi.advanceTimersByTimeAsync(100))
    const part = within(screen.getByRole('region', { name: '丢失的手机里有 1 件打不开' }))
    expect(part.getByText(told)).toBeTruthy()
    expect(part.queryByRole('button')).toBeNull()
    if (topic !== null) expect(part.getByText(new RegExp(topic))).toBeTruthy()
    const asked = within(screen.getByRole('region', { name: '丢失的手机里有 1 件，请认一认' }))
    expect(asked.getAllByRole('listitem')).toHaveLength(1)
  },
)
