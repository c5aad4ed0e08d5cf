// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { card, commandsOf, today } from '../../test/supervise-fixture.ts'
import { startWords } from '../../text/words.ts'
import { SuperviseScreen } from './supervise-screen.tsx'

beforeAll(startWords)
beforeEach(() => useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never }))
afterEach(() => {
  cleanup()
  hangUp()
})

it('[Q43] a full hall is said with what one more window would do', async () => {
  openFakeLine({ topics: { supervisor: today() } })
  render(<SuperviseScreen />)
  expect((await screen.findByTestId('l1.alarm')).textContent).toBe(
    '▲ 现在 16 人在等，可能要等 34 分 再开 1 个窗口：P90 从 38 分降到 19 分',
  )
})

it('[Q43] of a hall that is not full no alarm is shown', async () => {
  openFakeLine({ topics: { supervisor: today({ alarm: null }) } })
  render(<SuperviseScreen />)
  await screen.findByText('10:32 更新')
  expect(screen.queryByTestId('l1.alarm')).toBeNull()
})

const keptPaper = {
  id: '019eb2a0-0000-7000-8000-000000000050',
  kiosk: '取号机 1',
  number: '应急 901',
  topic: 'relief',
  code: 'ticket.finished',
  receivedAt: '2026-06-12T02:00:00.000Z',
  canQueue: true,
}

it('[Q50] a paper that did not fit is given its place, or settled with a reason', async () => {
  const line = openFakeLine({
    topics: { supervisor: today({ attention: [keptPaper] as never }) },
    answer: () => ({ status: 409, body: { code: 'reason.required', params: {} } }),
  })
  render(<SuperviseScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '不用排 应急 901' }))
  expect(await card('attention').findByText('请选原因或写明理由')).toBeTruthy()
  await userEvent.type(card('attention').getByLabelText('不用排的原因'), '已经办过')
  await userEvent.click(card('attention').getByRole('button', { name: '不用排 应急 901' }))
  await userEvent.click(card('attention').getByRole('button', { name: '排进去 应急 901' }))
  expect(commandsOf(line).map(({ body }) => body)).toMatchObject([
    { how: 'dismiss', reason: '' },
    { how: 'dismiss', reason: '已经办过' },
    { how: 'queue', reason: '已经办过' },
  ])
})

it('[Q50] a leader sees what does not fit, and leaves it to the supervisor', async () => {
  useSession.setState({ session: { role: 'leader' } as never })
  openFakeLine({ topics: { supervisor: today({ attention: [keptPaper] as never }) } })
  render(<SuperviseScreen />)
  expect(await screen.findByText('应急 901')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /应急 901/ })).toBeNull()
})

const load = {
  at: '2026-06-12T02:32:00.000Z',
  hours: [
    { hour: '08', today: 4, usual: 6.5 },
    { hour: '09', today: 12, usual: 8 },
  ],
  usualDays: 20,
  quotes: {
    name: 'quotes',
    columns: ['quotes_n', 'kept', 'bias'],
    rows: [
      { key: 'all', name: null, cells: [40, 82.5, -0.4] },
      { key: 'general', name: '综合', cells: [40, 82.5, -0.4] },
    ],
  },
  keptAlarm: false,
  recordProblem: null,
}

function tableIn(name: string): (string | null)[][] {
  return card(name)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
}

it('[U37] people waiting by the hour against usual, and what was told against what came, each with its table', async () => {
  openFakeLine({ topics: { supervisor: today() }, answer: () => ({ status: 200, body: load }) })
  render(<SuperviseScreen />)
  expect(await screen.findByText('09 点最多，同时等 12 人')).toBeTruthy()
  expect(tableIn('load')).toEqual([
    ['小时', '08:00', '09:00'],
    ['今天', '4', '12'],
    ['平时', '6.5', '8'],
  ])
  expect(card('quotes').getByText('说的时间兑现 82.5%，共 40 次')).toBeTruthy()
  expect(tableIn('quotes').slice(1)).toEqual([
    ['合计', '40', '82.5', '-0.4'],
    ['综合', '40', '82.5', '-0.4'],
  ])
})

it('[Q67] a day whose rows are not what its events say is told with its date', async () => {
  const recordProblem = { day: '2026-06-11', differences: 2 }
  openFakeLine({
    topics: { supervisor: today() },
    answer: () => ({ status: 200, body: { ...load, recordProblem } }),
  })
  render(<SuperviseScreen />)
  expect((await screen.findByText(/2026-06-11 有 2 处记录对不上/)).getAttribute('role')).toBe('alert')
})
