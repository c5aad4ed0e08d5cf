// @vitest-environment happy-dom

import type { Hall, HallFigures, IssuedTicket } from '@counter/shared/contract/hall'
import type { LeaseBlock, OfflineCommand } from '@counter/shared/contract/leases'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useCentre } from '../../state/centre.ts'
import { useBook } from '../../state/kiosk-book.ts'
import { freshKiosk } from '../../state/kiosk-machine.ts'
import { tell, useKiosk } from '../../state/kiosk-store.ts'
import { useOwnPrinter } from '../../state/own-printer.ts'
import { pageNow } from '../../state/page-clock.ts'
import { useWaiting } from '../../state/waiting.ts'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { ConfirmScreen } from './confirm-screen.tsx'
import { HallStrip } from './hall-strip.tsx'
import { HomeScreen } from './home-screen.tsx'
import { RestoreScreen } from './restore-screen.tsx'
import { StillThere } from './still-there.tsx'
import { TicketScreen } from './ticket-screen.tsx'

const figures = {
  waiting: 5,
  openWindows: 3,
  low: 10,
  high: 20,
  next: [],
  missed: [{ number: '综 008', tag: null }],
  lastCalls: [],
  intake: 'open',
  late: { topics: [] as never[], isStopped: true },
} satisfies HallFigures
const hall = {
  centre: { name: '示例镇为民服务代理中心', consultPhone: '0000-0000000', supervisionPhone: '0000-0000001' },
  topics: [
    { topic: 'social', unit: 'SB', unitName: '社保所', isUnsure: false },
    { topic: 'relief', unit: 'MZ', unitName: '民政办', isUnsure: false },
    { topic: 'unsure', unit: 'DZ', unitName: '综合窗口', isUnsure: true },
  ],
  sessions: [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ],
  settings: { idleSeconds: 45, guideIdleSeconds: 90 },
  figures,
} as unknown as Hall
const ticket = {
  ticketId: 't1',
  number: '综 012',
  cls: 'ordinary',
  topic: 'relief',
  issuedAt: '2026-06-12T01:40:00.000Z',
  quote: { ahead: 5, low: 10, high: 20 },
  link: 'http://127.0.0.1:8080/t#AAAAAAAAAAAAAAAAAAAAAA',
  queryCode: '7K3F9QPD',
} as unknown as IssuedTicket
const commands = { ordinary: 'c1' as CommandId, priority: 'c2' as CommandId }
const chosen = { type: 'chosen', topic: 'relief' as TopicKey, commands } as const

beforeAll(() => startText(hallCatalogue, refusalSentence))
beforeEach(() => {
  // No server: every page must stand without one.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  useCentre.setState({ hall })
  useWaiting.setState({ figures, net: 'online' })
  useBook.setState({ isRead: true, blocks: [], unsent: [] })
  useKiosk.setState(freshKiosk(0), true)
  useOwnPrinter.setState({ kind: 'browser', width: 80, showsMatter: false, hasNoPaper: false })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('[K-1] shows the matters in life words in their order, and how the hall stands', () => {
  render(<HomeScreen />)
  expect(screen.getByRole('heading', { name: '您要办什么事？（点一下）' })).toBeTruthy()
  const tiles = screen.getAllByTestId(/^k1\.tile\./).map((tile) => tile.textContent)
  expect(tiles).toEqual(['社保 · 医保社保所', '低保 · 救助 · 优待民政办', '我说不清，直接排队工作人员帮您看'])
  expect(screen.getByRole('status').textContent).toBe('现在等候 5 人 · 大约等 10–20 分钟 · 3 个窗口在办')
})

test('[K-1] gives no numbers while the server is silent, and says where to go', () => {
  useWaiting.setState({ net: 'offline' })
  render(<HomeScreen />)
  expect(screen.getByRole('status').textContent).toContain('取号机暂停，请到导服台领纸号')
  expect(screen.getByTestId('k1.tile.relief').hasAttribute('disabled')).toBe(true)
  expect(screen.getByTestId('help').hasAttribute('disabled')).toBe(false)
})

const block = (): LeaseBlock => ({
  lease: '019eb2a0-0000-7000-8000-000000000046',
  businessDate: civilDate(pageNow()),
  numbers: [{ number: '应急 901', token: 'A'.repeat(22), queryCode: '7K3F-9QPD', link: 'http://h/t#A' }],
})

test('[Q47] with numbers of its own it says that it can go on, and a number is two touches away', () => {
  useWaiting.setState({ net: 'offline' })
  useCentre.setState({ hall: { ...hall, isAlwaysOpen: true } })
  useBook.setState({ isRead: true, blocks: [block()], unsent: [] })
  render(<HomeScreen />)
  expect(screen.getByRole('status').textContent).toBe('▲ 网络断开，仍可取号')
  expect(screen.getByTestId('k1.tile.relief').hasAttribute('disabled')).toBe(false)
  cleanup()
  render(<ConfirmScreen place={confirmPlace()} />)
  expect(screen.getByRole('status').textContent).toBe('▲ 离线取号，号码有效')
})

const unsent = {
  kind: 'take',
  commandId: 'c3',
  sequence: 1,
  number: '应急 901',
} as unknown as OfflineCommand
const network = { kind: 'network', width: 80, showsMatter: false, hasNoPaper: false } as const

test('[Q45] without the server a printer of the network gives no paper, and the kiosk says so before the press', () => {
  useWaiting.setState({ net: 'offline' })
  useCentre.setState({ hall: { ...hall, isAlwaysOpen: true } })
  useBook.setState({ isRead: true, blocks: [block()], unsent: [] })
  useOwnPrinter.setState(network)
  render(<HomeScreen />)
  expect(screen.getByRole('status').textContent).toBe(
    '▲ 网络断开，仍可取号▲ 现在不出小票，取号后请记住号码或扫码',
  )
  cleanup()
  render(<ConfirmScreen place={confirmPlace()} />)
  expect(screen.getByRole('status').textContent).toBe('▲ 现在没有小票，取号后请拍下或记下号码')
})

test('[Q45] its number stays with code and picture, and can be printed as soon as the server knows it', () => {
  useBook.setState({ isRead: true, blocks: [], unsent: [unsent] })
  useOwnPrinter.setState(network)
  const emergency = { ...ticket, number: '应急 901' }
  const place = { at: 'ticket', ticket: emergency, paper: 'failed', isReprinted: false } as const
  render(<TicketScreen place={place} />)
  expect(screen.getByRole('alert').textContent).toBe('现在没有小票，请拍下或记下号码')
  expect(screen.getByTestId('k3.code').textContent).toBe('查询码 7K3F9QPD')
  expect(screen.getByTestId('k3.qr')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再打一张' })).toBeNull()
  act(() => useBook.setState({ unsent: [] }))
  expect(screen.getByRole('button', { name: '再打一张' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '我记住了' })).toBeTruthy()
})

test('[Q47] numbers of another day are of no use', () => {
  useWaiting.setState({ net: 'offline' })
  useCentre.setState({ hall: { ...hall, isAlwaysOpen: true } })
  useBook.setState({
    isRead: true,
    blocks: [{ ...block(), businessDate: '2026-06-11' as never }],
    unsent: [],
  })
  render(<HomeScreen />)
  expect(screen.getByRole('status').textContent).toBe('▲ 取号机暂停，请到导服台领纸号')
})

test('[Q48] while numbers wait to be taken in, newer ones come from the same block', () => {
  useCentre.setState({ hall: { ...hall, isAlwaysOpen: true } })
  useBook.setState({ isRead: true, blocks: [block()], unsent: [{ kind: 'take' } as never] })
  render(<HomeScreen />)
  expect(screen.getByRole('status').textContent).toBe('▲ 网络断开，仍可取号')
})

test('[Q47] an emergency number promises no wait and names nobody ahead', () => {
  const emergency = { ...ticket, number: '应急 901', quote: { ahead: 0, low: null, high: null } }
  render(<TicketScreen place={{ at: 'ticket', ticket: emergency, paper: 'printed', isReprinted: false }} />)
  expect(screen.getByTestId('k3.ahead').textContent).toBe('应急号，按取号时间排队')
})

test('[K-1] after hours it names the hours and keeps the guides', () => {
  useWaiting.setState({ figures: { ...figures, intake: 'closed' } })
  render(<HomeScreen />)
  expect(screen.getByRole('status').textContent).toBe('今天取号已结束。上班时间：8:30–12:00，14:00–17:30')
  expect(screen.getByRole('button', { name: '办事指南' }).hasAttribute('disabled')).toBe(false)
})

test('[U17] the first tap leads to a page with both kinds of number', async () => {
  render(<HomeScreen />)
  await userEvent.click(screen.getByTestId('k1.tile.relief'))
  expect(useKiosk.getState().place).toMatchObject({ at: 'confirm', topic: 'relief', take: 'ready' })
})

test('[K-2] says who is ahead, and while a number is on its way takes no other press', () => {
  const { rerender } = render(<ConfirmScreen place={confirmPlace()} />)
  expect(screen.getByText('前面还有 5 人，大约等 10–20 分钟')).toBeTruthy()
  expect(screen.getByTestId('k2.take-priority').textContent).toContain('老年人、残疾人、军人、孕妇')

  act(() => tell({ type: 'asked', cls: 'ordinary' }))
  rerender(<ConfirmScreen place={confirmPlace()} />)

  const take = screen.getByRole('button', { name: '正在取号…' })
  expect(take.getAttribute('aria-disabled')).toBe('true')
})

test('[K-2] without an answer it says that pressing again is safe', () => {
  act(() => {
    tell(chosen)
    tell({ type: 'asked', cls: 'ordinary' })
    tell({ type: 'unanswered', commandId: commands.ordinary })
  })
  render(<ConfirmScreen place={confirmPlace()} />)
  expect(screen.getByRole('alert').textContent).toBe('还没收到答复。请再点一次，不会多取号。')
  expect(screen.getByTestId('k2.take').getAttribute('aria-disabled')).toBeNull()
})

test('[K-3] shows the number, who is ahead and the code to scan', () => {
  render(<TicketScreen place={{ at: 'ticket', ticket, paper: 'printed', isReprinted: false }} />)
  expect(screen.getByTestId('k3.number').textContent).toBe('综 012')
  expect(screen.getByTestId('k3.ahead').textContent).toBe('前面还有 5 人')
  expect(screen.getByTestId('k3.qr').getAttribute('role')).toBe('img')
  expect(screen.getByText(/小票出来了，请拿好/)).toBeTruthy()
})

test('[U21] without paper the number stands with words that it is valid', () => {
  render(<TicketScreen place={{ at: 'ticket', ticket, paper: 'failed', isReprinted: false }} />)
  expect(screen.getByRole('alert').textContent).toBe('没打出小票，号码有效，请记住')
  expect(screen.getByTestId('k3.number').textContent).toBe('综 012')
  expect(screen.getByRole('button', { name: '我记住了' })).toBeTruthy()
})

test('[Q45] without paper the first page says so before anybody takes a number', () => {
  useOwnPrinter.setState({ hasNoPaper: true })
  render(<HallStrip intake="open" />)
  expect(screen.getByText('▲ 没有纸了，取号后请记住号码或扫码')).toBeTruthy()
  act(() => useOwnPrinter.setState({ hasNoPaper: false }))
  expect(screen.queryByText(/没有纸了/)).toBeNull()
})

test('[K-5] a missed number asks before it comes back', async () => {
  render(<RestoreScreen />)
  await userEvent.click(screen.getByRole('button', { name: '综 008' }))
  expect(screen.getByText('综 008 恢复排队？排在 3 个人后面')).toBeTruthy()
  expect(screen.getByTestId('k5.restore').textContent).toBe('恢复')
})

test('[Q28] a number that may not come back once more leads to a new one that says which it follows', async () => {
  vi.stubGlobal(
    'fetch',
    async () => new Response('{"code":"ticket.rejoin_limit","params":{"n":2}}', { status: 409 }),
  )
  render(<RestoreScreen />)
  await userEvent.click(screen.getByRole('button', { name: '综 008' }))
  await userEvent.click(screen.getByTestId('k5.restore'))
  await userEvent.click(await screen.findByRole('button', { name: '取新号' }))
  expect(useKiosk.getState().place).toEqual({ at: 'home', previous: '综 008' })
  cleanup()
  render(<HomeScreen />)
  expect(screen.getByText('接着 综 008 取新号')).toBeTruthy()
})

test('[K-5] without a network it sends to the desk', () => {
  useWaiting.setState({ net: 'offline' })
  render(<RestoreScreen />)
  expect(screen.getByRole('alert').textContent).toBe('网络断了，请找导服台恢复')
})

test('[K-9] asks as an alert dialog with the seconds left and one answer', () => {
  render(<StillThere secondsLeft={20} />)
  expect(screen.getByRole('alertdialog', { name: '您还在吗？' }).textContent).toContain('20')
  expect(screen.getByRole('button', { name: '我还在' })).toBeTruthy()
})

function confirmPlace() {
  if (useKiosk.getState().place.at !== 'confirm') tell(chosen)
  const { place } = useKiosk.getState()
  if (place.at !== 'confirm') throw new Error('the kiosk is elsewhere')
  return place
}
