// @vitest-environment happy-dom
import type { Hall, HallFigures } from '@counter/shared/contract/hall'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useCentre } from '../../state/centre.ts'
import { useBook } from '../../state/kiosk-book.ts'
import { freshKiosk } from '../../state/kiosk-machine.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { useLock } from '../../state/lock.ts'
import { useWaiting } from '../../state/waiting.ts'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { CheckInScreen } from './check-in-screen.tsx'
import { ConfirmScreen } from './confirm-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { issuedTicket } from './issued-ticket.fixture.ts'

const RELIEF = 'relief' as TopicKey
const TOKEN = 'a'.repeat(22)
const figures: HallFigures = {
  waiting: 5,
  openWindows: 3,
  low: 10,
  high: 20,
  next: [],
  missed: [],
  lastCalls: [],
  intake: 'open',
  late: { topics: [], isStopped: true },
}
const hall = {
  centre: { name: '示例镇为民服务代理中心' },
  topics: [{ topic: RELIEF, unit: 'MZ', unitName: '民政办', isUnsure: false }],
  sessions: [['08:30', '17:30']],
  settings: { publicUrl: 'http://127.0.0.1:8080' },
  figures,
} as unknown as Hall
const ticket = { ...issuedTicket, number: '预约 001', cls: 'appointment' }

let sent: Record<string, unknown>[] = []
let answer: { status: number; body: unknown }
/** Until it resolves the server is silent. */
let answered: Promise<void>

beforeAll(() => startText(hallCatalogue, refusalSentence))
beforeEach(() => {
  sent = []
  answered = Promise.resolve()
  answer = { status: 200, body: { ticket, timing: 'on_time', at: '2026-06-12T01:30:00.000Z' } }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!url.endsWith('/check-in')) return new Response('{"done":true}')
    sent.push(JSON.parse(String(init.body)))
    await answered
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
  vi.stubGlobal('print', () => undefined)
  useCentre.setState({ hall })
  useWaiting.setState({ figures, net: 'online' })
  useBook.setState({ isRead: true, blocks: [], unsent: [] })
  useKiosk.setState(freshKiosk(0), true)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** A scanner types what it reads and ends with Enter. */
function scan(text: string): void {
  for (const key of [...text, 'Enter']) fireEvent.keyDown(window, { key })
}

test('[Q36] a booking scanned on the first page asks for its number at once', () => {
  render(<HomeScreen />)
  scan(`http://127.0.0.1:8080/book#${TOKEN}`)
  expect(useKiosk.getState().place).toEqual({ at: 'check_in', token: TOKEN })
})

test('[Q36] the eight signs bring the number, and how the time is reckoned', async () => {
  tell({ type: 'opened', place: { at: 'check_in', token: null } })
  render(<CheckInScreen token={null} />)
  for (const sign of '7K3F9QPD') await userEvent.click(screen.getByRole('button', { name: sign }))
  await userEvent.click(screen.getByRole('button', { name: '签到' }))
  await vi.waitFor(() => expect(useKiosk.getState().place.at).toBe('ticket'))
  expect(sent).toMatchObject([{ code: '7K3F9QPD' }])
  expect(useKiosk.getState().place).toMatchObject({
    ticket: { number: '预约 001' },
    booked: { timing: 'on_time', at: '2026-06-12T01:30:00.000Z' },
  })
})

test('[U19] an answer that comes after its holder has left is shown to nobody else', async () => {
  let speak = () => {}
  answered = new Promise((resolve) => {
    speak = resolve
  })
  tell({ type: 'opened', place: { at: 'check_in', token: TOKEN } })
  render(<CheckInScreen token={TOKEN} />)
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  cleanup()
  tell({ type: 'left' })
  // The next resident stands at the same page.
  tell({ type: 'opened', place: { at: 'check_in', token: null } })
  render(<CheckInScreen token={null} />)
  speak()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(useKiosk.getState().place).toEqual({ at: 'check_in', token: null })
})

test('[Q36] without the server the page says so, also when no number is left to give', () => {
  useWaiting.setState({ net: 'offline' })
  render(<CheckInScreen token={null} />)
  expect(screen.getByRole('alert').textContent).toBe('网络断了，请取普通号')
  expect(screen.queryByRole('button', { name: '签到' })).toBeNull()
})

test('[Q36] a kiosk that staff have locked checks nobody in', () => {
  useLock.setState({ isLocked: true })
  tell({ type: 'opened', place: { at: 'check_in', token: TOKEN } })
  render(<CheckInScreen token={TOKEN} />)
  expect(screen.getByRole('alert').textContent).toBe('取号机暂停，请到导服台领纸号')
  expect(sent).toEqual([])
  expect(screen.queryByRole('button', { name: '签到' })).toBeNull()
  useLock.setState({ isLocked: false })
})

test('[Q39] another day is said with its date, and an ordinary number is one touch away', async () => {
  answer = { status: 409, body: { code: 'booking.other_day', params: { d: '2026-06-15' }, message: '' } }
  tell({ type: 'opened', place: { at: 'check_in', token: TOKEN } })
  render(<CheckInScreen token={TOKEN} />)
  expect((await screen.findByRole('alert')).textContent).toBe('您约的是 6月15日（周一）')
  await userEvent.click(screen.getByRole('button', { name: '取普通号' }))
  expect(useKiosk.getState().place).toEqual({ at: 'home' })
})

const confirm = () => ({
  at: 'confirm' as const,
  topic: RELIEF,
  commands: { ordinary: 'c1' as CommandId, priority: 'c2' as CommandId },
  asked: null,
  take: 'ready' as const,
  refusal: null,
})

test('[Q41, Q42] near closing the tile says so; its page offers a booking and sends only the priority ones on', async () => {
  useWaiting.setState({ figures: { ...figures, late: { topics: [RELIEF], isStopped: true } } })
  render(<HomeScreen />)
  expect(screen.getByTestId('k1.tile.relief').textContent).toContain('▲ 今天可能办不到您了')
  cleanup()
  render(<ConfirmScreen place={confirm()} />)
  expect(await screen.findByText('手机扫码，约个时间来')).toBeTruthy()
  expect(screen.queryByTestId('k2.take')).toBeNull()
  expect(screen.getByTestId('k2.take-priority')).toBeTruthy()
})

test('[Q41] where the hall only advises, the number can be taken all the same', async () => {
  useWaiting.setState({ figures: { ...figures, late: { topics: [RELIEF], isStopped: false } } })
  render(<ConfirmScreen place={confirm()} />)
  expect(await screen.findByText('手机扫码，约个时间来')).toBeTruthy()
  expect(screen.getByTestId('k2.take')).toBeTruthy()
})
