// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { memoryDevice, memoryDisk } from '../../outbox/memory-disk.fixture.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { sessionOf, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { reloadOutbox, sendFrom } from './village-outbox.ts'
import { VisitScreen } from './visit-screen.tsx'

const ROW = aRow({ village: '05', channel: 'village' })
const LINE = {
  case: ROW.id,
  number: ROW.number,
  itemName: ROW.itemName,
  applicant: ROW.applicant,
  status: 'reviewing',
  way: 'up',
  outcome: 'handed',
  papers: [],
  said: null,
  remark: '',
  notice: null,
  servedAt: '2026-06-12T02:00:00.000Z',
}
const VISIT = {
  id: 'v1',
  village: '05',
  agent: '石桥村代办员',
  madeAt: '2026-06-12T01:40:00.000Z',
  ticket: '综 012',
  confirmedAt: null,
  prints: 0,
  mayTakeNumber: false,
  cases: [LINE],
}

beforeAll(startVillageWords)
beforeEach(() => {
  vi.useFakeTimers()
  useSession.setState({ phase: 'in', session: sessionOf('agent') })
  useNet.setState({ net: 'online', since: null })
})
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

test.each([
  ['生成二维码，1 件', null],
  ['我已点清，签收', VISIT],
] as const)(
  '[U14, R6] a silent server: 「%s」 says so, is safe to press again, and one command settles it',
  async (go, visit) => {
    let isSilent = true
    const line = openFakeLine({
      topics: {
        'village:05': {
          counts: { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 },
          cases: [ROW],
        },
      },
      answer: (_path, body) =>
        !('commandId' in body)
          ? { status: 200, body: { visit } }
          : isSilent
            ? { status: 503, body: {} }
            : { status: 200, body: { ...VISIT, confirmedAt: '2026-06-12T02:10:00.000Z' } },
    })
    const sentIds = () => line.sent.flatMap(({ body }) => body['commandId'] ?? [])
    show(<VisitScreen />)
    await act(() => vi.advanceTimersByTimeAsync(100))
    if (visit === null) fireEvent.click(screen.getByRole('checkbox'))
    const button = screen.getByRole('button', { name: go })
    fireEvent.click(button)
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(button.textContent).toBe('正在核对，请稍候')
    expect(button.getAttribute('aria-disabled')).toBe('true')
    await act(() => vi.advanceTimersByTimeAsync(45_000))
    expect(button.textContent).toBe('还没有确认，可以放心再按一次')
    expect(button.getAttribute('aria-disabled')).toBe('false')
    fireEvent.click(button)
    await act(() => vi.advanceTimersByTimeAsync(100))
    expect(button.textContent).toBe('正在核对，请稍候')
    isSilent = false
    await act(() => vi.advanceTimersByTimeAsync(11_000))
    expect(new Set(sentIds()).size).toBe(1)
    expect(screen.queryByText(/正在核对|还没有确认/)).toBeNull()
  },
)

test('[V80, V91] what was joined to a case that stands is offered once, as that case', async () => {
  const header = { type: 'case.register', caseId: 'of-the-phone', number: '2026-05-0001-A', files: [] }
  const joined = { header, title: '在手机上登记的', answer: { status: 'merged', caseId: ROW.id } }
  sendFrom({ ...memoryDisk(), read: async () => [joined] as never }, memoryDevice(1))
  await reloadOutbox()
  openFakeLine({
    topics: {
      'village:05': { counts: { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }, cases: [ROW] },
    },
    answer: () => ({ status: 200, body: { visit: null } }),
  })
  show(<VisitScreen />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  expect(screen.queryByText(/在手机上登记的/)).toBeNull()
})

test('[V80, V91] a case that the centre does not take is named by its number, and the list goes without it', async () => {
  const header = { type: 'case.register', caseId: 'of-the-phone', number: '2026-05-0001-A', files: [] }
  const joined = { header, title: '在手机上登记的', answer: { status: 'merged', caseId: 'elsewhere' } }
  sendFrom({ ...memoryDisk(), read: async () => [joined] as never }, memoryDevice(1))
  await reloadOutbox()
  const line = openFakeLine({
    topics: {
      'village:05': { counts: { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }, cases: [ROW] },
    },
    answer: (_path, body) => {
      if (!('commandId' in body)) return { status: 200, body: { visit: null } }
      const isNamed = JSON.stringify(body['cases']).includes('elsewhere')
      return isNamed
        ? { status: 404, body: { code: 'case.not_found', params: { case: 'elsewhere' }, message: '' } }
        : { status: 200, body: { ...VISIT, ticket: null, mayTakeNumber: true } }
    },
  })
  show(<VisitScreen />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  for (const tick of screen.getAllByRole('checkbox')) fireEvent.click(tick)
  fireEvent.click(screen.getByRole('button', { name: '生成二维码，2 件' }))
  await act(() => vi.advanceTimersByTimeAsync(100))
  const alert = screen.getByRole('alert').textContent
  expect(alert).toContain('2026-05-0001-A：没有这个办件。请去掉这一件，其余照样可以生成')
  fireEvent.click(screen.getByRole('checkbox', { name: /在手机上登记的/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '生成二维码，1 件' }))
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(line.sent.filter(({ body }) => 'cases' in body)[1]?.body['cases']).toEqual([
    { case: ROW.id, way: 'up' },
  ])
  expect(screen.getByText('请对着取号机扫，或给窗口看')).toBeTruthy()
})

const DAY = {
  date: '2026-06-15',
  bands: [
    { band: '14:00', isFree: false },
    { band: '14:30', isFree: true },
  ],
}

test('[V92] a visit is booked into a free time of the agents’ hour, and given back; where there is no such hour nothing is said of it', async () => {
  let days: readonly object[] = []
  let appointment: object | null = null
  const open = {
    ...VISIT,
    ticket: null,
    mayTakeNumber: true,
    cases: [{ ...LINE, outcome: 'waiting', servedAt: null }],
  }
  const line = openFakeLine({
    answer: (path) => {
      if (path.endsWith('/times')) return { status: 200, body: { days } }
      if (path === '/api/visits') return { status: 200, body: { visit: { ...open, appointment } } }
      appointment = path.endsWith('/cancel') ? null : { date: '2026-06-15', band: '14:30' }
      return { status: 200, body: { ...open, appointment } }
    },
  })
  show(<VisitScreen />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByText('请对着取号机扫，或给窗口看')).toBeTruthy()
  expect(screen.queryByText('代办时段')).toBeNull()
  cleanup()

  days = [DAY]
  show(<VisitScreen />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  const when = screen.getByLabelText<HTMLSelectElement>('约哪天几点到镇中心')
  expect([...when.options].map(({ text }) => text)).toEqual(['', '6月15日（周一） 14:30'])
  expect(screen.getByRole('button', { name: '约这个时间' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(when, { target: { value: '2026-06-15 14:30' } })
  fireEvent.click(screen.getByRole('button', { name: '约这个时间' }))
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByText('约好了：6月15日（周一） 14:30，到了扫码取号')).toBeTruthy()
  expect(line.sent.find(({ path }) => path === '/api/visits/v1/appointment')?.body).toMatchObject({
    date: '2026-06-15',
    band: '14:30',
  })
  fireEvent.click(screen.getByRole('button', { name: '取消预约' }))
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.queryByText(/约好了/)).toBeNull()
  expect(screen.getByRole('button', { name: '约这个时间' })).toBeTruthy()
})
