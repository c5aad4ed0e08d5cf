// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceRefusals } from '../../text/device-refusals.ts'
import { tabletCatalogue } from '../../text/tablet-catalogue.ts'
import { startText } from '../../text/text.ts'
import { TabletScreen } from './tablet-screen.tsx'

const FIRST = { ticketId: '01890a5d-ac96-774b-bcce-b302099a8012', number: '综 012' }
const NEXT = { ticketId: '01890a5d-ac96-774b-bcce-b302099a8013', number: '综 013' }
let offer: object | null = null
let isCut = false
const rated: unknown[] = []

beforeEach(async () => {
  offer = null
  isCut = false
  rated.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: string } = {}) => {
    if (isCut) throw new TypeError('no network')
    if (path === '/api/rating-desk/rate') rated.push(JSON.parse(body ?? '{}'))
    const said = path === '/api/rating-desk' ? { window: 3, windows: [], offer } : { rectifyDays: null }
    return new Response(JSON.stringify(said), {
      status: 200,
      headers: { 'content-type': 'application/json' },
    })
  })
  await startText(tabletCatalogue, deviceRefusals)
  await act(async () => void render(<TabletScreen />))
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const stateNow = () => document.querySelector('[data-screen="R-0"]')?.getAttribute('data-state')

it('[S16, C1003] a visit that ended is asked about for a minute; untouched it goes away, and nothing was sent', async () => {
  expect(stateNow()).toBe('serving')
  offer = FIRST
  await pass(2_000)
  expect(stateNow()).toBe('asking')
  expect(screen.getByText('号码 综 012')).toBeTruthy()
  await pass(59_000)
  expect(stateNow()).toBe('asking')
  await pass(2_000)
  expect(stateNow()).toBe('serving')
  await pass(10_000)
  expect(stateNow()).toBe('serving')
  expect(rated).toEqual([])
})

it('[C1002, U28] one tap on a good level is one rating of that visit, and the next visit is another question', async () => {
  offer = FIRST
  await pass(2_000)
  await act(async () => void fireEvent.click(screen.getByTestId('rate.1')))
  expect(rated).toMatchObject([{ ticketId: FIRST.ticketId, level: 1, reasons: [], text: '', phone: '' }])
  expect(screen.getByText('收到了，谢谢您')).toBeTruthy()
  offer = NEXT
  await pass(2_000)
  expect(screen.getByText('号码 综 013')).toBeTruthy()
})

it('[U10, C1002] a cut line is said, and what ends meanwhile is asked about when it is back', async () => {
  isCut = true
  await pass(30_000)
  expect(stateNow()).toBe('offline')
  expect(screen.getByText('网络断了，连上后可以评价')).toBeTruthy()
  isCut = false
  offer = FIRST
  await pass(30_000)
  expect(stateNow()).toBe('asking')
})
