// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { DeviceEditor } from '../screens/admin/device-editor.tsx'
import { EnrolForm } from '../screens/admin/enrol-form.tsx'
import { NoticeEditor } from '../screens/admin/notice-editor.tsx'
import { PinForm } from '../screens/admin/pin-form.tsx'
import { PrinterForm } from '../screens/admin/printer-form.tsx'
import { QuotaPart } from '../screens/admin/quota-part.tsx'
import { SpareSheets } from '../screens/paper-day/spare-sheets.tsx'
import { DayClose } from '../screens/supervise/day-close.tsx'
import { useHall } from '../state/hall.ts'
import { hangUp, openFakeLine } from '../test/line-fixture.ts'
import { startWords } from '../text/words.ts'
import { DesignFrame } from './design-frame.tsx'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const AT = '2026-06-12T01:40:00.000Z'
const DEVICE = { deviceId: ID, kind: 'kiosk', name: '取号机 1', place: '', diagonalInches: null } as never
const PLACE = { place: { device: ID }, name: '取号机 1', printer: null, hasPin: false } as never
const nothing = () => undefined

interface Form {
  readonly form: ReactNode
  /** The words of its button, and what they become at the press. */
  readonly go: string
  readonly busy: string
  readonly answer: object
  readonly fill?: () => void
}

const FORMS: readonly (readonly [string, Form])[] = [
  [
    'the PIN of a kiosk',
    {
      form: <PinForm device={ID} onSaved={nothing} />,
      go: '设密码',
      busy: '正在保存…',
      answer: { done: true },
    },
  ],
  [
    'a printer',
    {
      form: <PrinterForm place={PLACE} onSaved={nothing} />,
      go: '保存',
      busy: '正在保存…',
      answer: { done: true },
    },
  ],
  [
    'an enrolment',
    {
      form: <EnrolForm villages={[]} onMade={nothing} />,
      go: '生成登记链接',
      busy: '正在生成…',
      answer: { code: '7K3F-9QPD', link: 'http://127.0.0.1/kiosk#enrol=7K3F-9QPD', expiresAt: AT },
    },
  ],
  ['a quota', { form: <QuotaPart />, go: '定下', busy: '正在保存…', answer: { items: [], next: null } }],
  [
    'a notice',
    {
      form: <NoticeEditor notice={null} today="2026-06-12" place={1} onSaved={nothing} onClose={nothing} />,
      go: '保存',
      busy: '正在保存…',
      answer: {
        id: ID,
        text: '周五停电',
        fromOn: '2026-06-12',
        toOn: null,
        place: 1,
        stoppedAt: null,
        version: 1,
      },
    },
  ],
  [
    'a device',
    {
      form: <DeviceEditor device={DEVICE} onSaved={nothing} onClose={nothing} />,
      go: '保存',
      busy: '正在保存…',
      answer: { done: true },
    },
  ],
  [
    'a sheet of spare numbers',
    {
      form: <SpareSheets onPrinted={nothing} />,
      go: '打印备用号',
      busy: '正在提交…',
      answer: { first: 1, last: 40, printedAt: AT, by: '导服台' },
    },
  ],
  [
    'the close of the day',
    {
      form: <DayClose />,
      go: '确定日结',
      busy: '正在提交…',
      answer: { businessDate: '2026-06-12', tally: null },
      fill: () => fireEvent.click(screen.getByRole('button', { name: '现在日结' })),
    },
  ],
]

beforeAll(startWords)
beforeEach(() => {
  vi.useFakeTimers()
  useHall.setState({ hall: { topics: [{ topic: 'relief', unitName: '民政办', isUnsure: false }] } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

it.each(FORMS)(
  '[U14, R6] a silent server: the button of %s says so, is safe to press again, and one command settles it',
  async (_name, { form, go, busy, answer, fill }) => {
    let isSilent = true
    const list = { status: 200, body: { items: [], next: null } }
    const line = openFakeLine({
      answer: (_path, body) =>
        !('commandId' in body) ? list : isSilent ? { status: 503, body: {} } : { status: 200, body: answer },
    })
    const sentIds = () => line.sent.flatMap(({ body }) => body['commandId'] ?? [])
    render(<DesignFrame>{form}</DesignFrame>)
    await act(() => vi.advanceTimersByTimeAsync(100))
    fill?.()
    const button = screen.getByRole('button', { name: go })
    for (const field of document.querySelectorAll<HTMLInputElement>('form input[required]'))
      if (field.value === '') fireEvent.change(field, { target: { value: '123456' } })
    const wire = globalThis.fetch
    let letGo: () => void = nothing
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    globalThis.fetch = async (path, init) => {
      await held
      return wire(path, init)
    }
    fireEvent.click(button)
    await act(() => vi.advanceTimersByTimeAsync(50))
    expect(button.textContent).toContain(busy)
    expect(button.getAttribute('aria-disabled')).toBe('true')
    await act(async () => letGo())
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(button.textContent).toContain('正在核对，请稍候')
    await act(() => vi.advanceTimersByTimeAsync(45_000))
    expect(button.textContent).toContain('还没有确认，可以放心再按一次')
    expect(button.getAttribute('aria-disabled')).toBe('false')
    fireEvent.click(button)
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(button.textContent).toContain('正在核对，请稍候')
    isSilent = false
    await act(() => vi.advanceTimersByTimeAsync(11_000))
    expect(new Set(sentIds()).size).toBe(1)
    expect(sentIds().length).toBeGreaterThan(2)
    expect(screen.queryByText(/正在核对|还没有确认/)).toBeNull()
  },
)
