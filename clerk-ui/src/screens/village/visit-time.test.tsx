// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { agentOnline, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { VisitScreen } from './visit-screen.tsx'

const ROW = aRow({ village: '05', channel: 'village' })
const LINE = {
  ...{ case: ROW.id, number: ROW.number, itemName: ROW.itemName, applicant: ROW.applicant },
  ...{ status: 'reviewing', way: 'up', outcome: 'waiting', papers: [], said: null, remark: '' },
  ...{ notice: null, servedAt: null },
}
const VISIT = {
  ...{ id: 'v1', village: '05', agent: '石桥村代办员', madeAt: '2026-06-12T01:40:00.000Z' },
  ...{ ticket: null, confirmedAt: null, prints: 0, mayTakeNumber: true, cases: [LINE] },
}
const DAY = { date: '2026-06-15', bands: [{ band: '14:30', isFree: true }] }
const BOOKED = { date: '2026-06-15', band: '14:30' }

beforeAll(startVillageWords)
beforeEach(() => {
  vi.useFakeTimers()
  agentOnline()
})
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

async function openVisit(appointment: object | null, times: () => { status: number; body: unknown }) {
  openFakeLine({
    answer: (path) => {
      if (path.endsWith('/times')) return times()
      if (path.endsWith('/cancel')) return { status: 200, body: { ...VISIT, appointment: null } }
      return { status: 200, body: { visit: { ...VISIT, appointment } } }
    },
  })
  show(
    <main tabIndex={-1}>
      <VisitScreen />
    </main>,
  )
  await act(() => vi.advanceTimersByTimeAsync(100))
}

test('[V92, U10] times that could not be read are told, and asked for again', async () => {
  let isThere = false
  await openVisit(null, () => (isThere ? { status: 200, body: { days: [DAY] } } : { status: 503, body: {} }))
  expect(screen.getByRole('heading', { name: '代办时段' })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('连不上')
  isThere = true
  await act(() => vi.advanceTimersByTimeAsync(6_000))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('button', { name: '约这个时间' })).toBeTruthy()
})

test('[V92, U43] the focus of a time that was given back is the page’s, not lost', async () => {
  await openVisit(BOOKED, () => ({ status: 200, body: { days: [DAY] } }))
  const giveBack = screen.getByRole('button', { name: '取消预约' })
  giveBack.focus()
  fireEvent.click(giveBack)
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('[V92] before another list is chosen it says that the booked time is given back', async () => {
  await openVisit(BOOKED, () => ({ status: 200, body: { days: [DAY] } }))
  const anew = screen.getByRole('button', { name: '重新选' })
  const told = document.getElementById(anew.getAttribute('aria-describedby') ?? '')
  expect(told?.textContent).toBe('生成新的二维码后，约好的时间就取消了')
  cleanup()
  await openVisit(null, () => ({ status: 200, body: { days: [DAY] } }))
  expect(screen.getByRole('button', { name: '重新选' }).getAttribute('aria-describedby')).toBeNull()
  expect(screen.queryByText(/约好的时间就取消了/)).toBeNull()
})
