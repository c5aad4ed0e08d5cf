// @vitest-environment happy-dom
import type { Hall, HallFigures } from '@counter/shared/contract/hall'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useCentre } from '../../state/centre.ts'
import { useBook } from '../../state/kiosk-book.ts'
import { freshKiosk } from '../../state/kiosk-machine.ts'
import { useKiosk } from '../../state/kiosk-store.ts'
import { useWaiting } from '../../state/waiting.ts'
import { hallCatalogue } from '../../text/hall-catalogue.ts'
import { startText } from '../../text/text.ts'
import { HomeScreen } from './home-screen.tsx'
import { issuedTicket } from './issued-ticket.fixture.ts'
import { TicketScreen } from './ticket-screen.tsx'
import { VisitScreen } from './visit-screen.tsx'

const VISIT = '0196f0a0-0000-7000-8000-000000000001'
const figures = { waiting: 5, openWindows: 3, low: 10, high: 20, intake: 'open', late: { topics: [] } }
const hall = {
  centre: { name: '示例镇为民服务代理中心' },
  topics: [{ topic: 'relief' as TopicKey, unit: 'MZ', unitName: '民政办', isUnsure: false }],
  sessions: [['08:30', '17:30']],
  settings: { publicUrl: 'http://127.0.0.1:8080' },
  figures,
} as unknown as Hall
const ticket = { ...issuedTicket, weight: 7 }

let asked: string[] = []
let answer: { status: number; body: unknown }

beforeAll(() => startText(hallCatalogue, refusalSentence))
beforeEach(() => {
  asked = []
  answer = { status: 200, body: ticket }
  vi.stubGlobal('fetch', async (url: string) => {
    if (!url.startsWith('/api/visits/')) return new Response('{"done":true}')
    asked.push(url)
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
  vi.stubGlobal('print', () => undefined)
  useCentre.setState({ hall })
  useWaiting.setState({ figures: figures as unknown as HallFigures, net: 'online' })
  useBook.setState({ isRead: true, blocks: [], unsent: [] })
  useKiosk.setState(freshKiosk(0), true)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function scan(text: string): void {
  for (const key of [...text, 'Enter']) fireEvent.keyDown(document.body, { key })
}

function Shown() {
  const place = useKiosk((kiosk) => kiosk.place)
  if (place.at === 'visit') return <VisitScreen id={place.id} />
  return place.at === 'ticket' ? <TicketScreen place={place} /> : <HomeScreen />
}

test("[V91, V92] an agent's code at the kiosk is one number for the whole list, without a touch", async () => {
  render(<Shown />)
  scan(VISIT)
  expect((await screen.findByTestId('k3.number')).textContent).toBe('综 012')
  expect(screen.getByText('代办 7 件')).toBeTruthy()
  expect(asked).toEqual([`/api/visits/${VISIT}/ticket`])
})

test('[V92] an appointment of the agents’ hour stands beside the cases', async () => {
  answer = { status: 200, body: { ...ticket, cls: 'appointment', bookedAt: '2026-06-12T06:30:00.000Z' } }
  render(<Shown />)
  scan(VISIT)
  expect(await screen.findByText('代办 7 件，预约 14:30')).toBeTruthy()
})

test('[V91] a list that is too long, or that has its number, says what to do', async () => {
  answer = { status: 409, body: { code: 'ticket.batch_too_large', params: { n: 10 }, message: '' } }
  render(<Shown />)
  scan(VISIT)
  expect(await screen.findByText('一个号最多 10 件，请分两个号')).toBeTruthy()
  expect(screen.getByText('请在手机上分成两张清单，再来扫码')).toBeTruthy()
  cleanup()
  useKiosk.setState(freshKiosk(0), true)
  answer = { status: 409, body: { code: 'visit.has_ticket', params: { n: '综 012' }, message: '' } }
  render(<Shown />)
  scan(VISIT)
  expect(await screen.findByText('已经取过号：综 012，请等叫号')).toBeTruthy()
  expect(screen.getByText('整张清单一个号，不用再取')).toBeTruthy()
})

test('[V91] without the server nobody asks for it, and the desk is named', async () => {
  useWaiting.setState({ net: 'offline' })
  render(<Shown />)
  scan(VISIT)
  expect(await screen.findByText('网络断了，请到导服台或窗口')).toBeTruthy()
  expect(asked).toEqual([])
})
