// @vitest-environment happy-dom
import type { SuperviseState } from '@counter/shared/contract/supervise'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { type FakeLine, hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { SuperviseScreen } from './supervise-screen.tsx'
import { ranksOf } from './unit-table.tsx'

const counts = { green: 41, yellow: 5, red: 2, paused: 6, none: 1, done: 0 }
const zero = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }

function today(changes: Partial<Record<keyof SuperviseState, unknown>> = {}) {
  return {
    at: '2026-06-12T02:32:00.000Z',
    waiting: 12,
    alarm: { waiting: 16, p80: 34, advice: { window: 4, fromP90: 38, toP90: 19 } },
    longestWaitMinutes: 34,
    meanWaitMinutes: 16,
    windows: [
      {
        window: 1,
        name: '1号窗口',
        state: 'open',
        reason: null,
        pausedAt: null,
        until: null,
        duty: null,
        current: '综 012',
        servedToday: 9,
      },
      {
        window: 2,
        name: '2号窗口',
        state: 'paused',
        reason: '午饭',
        pausedAt: null,
        until: null,
        duty: null,
        current: null,
        servedToday: 4,
      },
    ],
    issuedToday: 60,
    enteredLaterToday: 0,
    acceptedToday: 57,
    decidedToday: 49,
    dueToday: 3,
    counts,
    byUnit: [
      { unit: 'MZ', name: '民政办', counts, dueToday: 3, decidedThisMonth: 50, onTimeThisMonth: 48 },
      { unit: 'LY', name: '林业站', counts: zero, dueToday: 0, decidedThisMonth: 2, onTimeThisMonth: 2 },
    ],
    byVillage: [
      {
        village: '05',
        name: '石桥村',
        counts: zero,
        receivedToday: 1,
        lastContactAt: null,
        unsentAsReported: null,
      },
    ],
    lateMarks: null,
    orders: { waiting: 1, late: 0, replied: 0 },
    approvals: 0,
    leftOver: [],
    notTaken: [],
    urgent: [aRow({ light: 'red', dueAt: '2020-01-02T09:30:00.000Z' })],
    attention: [],
    devices: [
      {
        deviceId: 'd',
        name: '取号机 1',
        kind: 'kiosk',
        problem: 'paper',
        since: '2026-06-12T02:00:00.000Z',
        speaks: false,
        fault: null,
      },
    ],
    ...changes,
  }
}

// The load of the hall is read by itself; it is no act of anybody.
const commandsOf = (line: FakeLine) => line.sent.filter(({ body }) => 'commandId' in body)

const card = (key: string) => within(screen.getByTestId(`l1.card.${key}`))

beforeAll(startWords)
beforeEach(() => useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never }))
afterEach(() => {
  cleanup()
  hangUp()
})

it('[U37] shows the six facts and a sentence with each table', async () => {
  openFakeLine({ topics: { supervisor: today() } })
  render(<SuperviseScreen />)
  await screen.findByText('10:32 更新')
  const facts = ['waiting', 'longest', 'mean', 'windows', 'accepted', 'decided']
  expect(facts.map((key) => screen.getByTestId(`l1.card.${key}`).querySelector('dd')?.textContent)).toEqual([
    '12 人',
    '34 分 ▲',
    '16 分',
    '1/2',
    '57 件',
    '49 件',
  ])
  expect(card('units').getByText('在办 55 件，超期 2 件，临期 5 件，今天到期 3 件')).toBeTruthy()
  expect(card('window-table').getByText('1 个窗口在岗，今天已服务 13 人')).toBeTruthy()
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

it('[U37] the share on time has its numbers; few cases get no percentage', async () => {
  openFakeLine({ topics: { supervisor: today() } })
  render(<SuperviseScreen />)
  expect(await screen.findByText('96%（48/50）')).toBeTruthy()
  expect(screen.getByText('样本少 2/2')).toBeTruthy()
})

it('[V88] what was never heard of a village point is unknown, not nought', async () => {
  openFakeLine({ topics: { supervisor: today() } })
  render(<SuperviseScreen />)
  const row = (await screen.findByText('石桥村')).closest('tr')
  expect(row?.textContent).toBe('石桥村00001不知道不知道')
})

it('[U37] 「暂停刷新」 holds the figures still until they may go on', async () => {
  const line = openFakeLine({ topics: { supervisor: today() } })
  render(<SuperviseScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '暂停刷新' }))
  const later = today({ waiting: 13, at: '2026-06-12T02:33:00.000Z' })
  act(() => line.tell('supervisor', [{ kind: 'figures_changed', state: later }]))
  expect(card('waiting').getByText('12 人')).toBeTruthy()
  expect(screen.getByText('已暂停，停在 10:32')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '继续刷新' }))
  expect(card('waiting').getByText('13 人')).toBeTruthy()
})

it('[U37] an empty morning says so', async () => {
  openFakeLine({ topics: { supervisor: today({ issuedToday: 0, urgent: [] }) } })
  render(<SuperviseScreen />)
  expect(await screen.findByText('今天还没有人取号')).toBeTruthy()
  expect(screen.getByText('没有超期和临期的办件')).toBeTruthy()
})

it('[U37] a leader sees no list of persons', async () => {
  useSession.setState({ session: { role: 'leader' } as never })
  openFakeLine({ topics: { supervisor: today() } })
  render(<SuperviseScreen />)
  await screen.findByText('10:32 更新')
  expect(screen.queryByTestId('l1.card.urgent')).toBeNull()
  expect(document.body.textContent).not.toContain('王*国')
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

it('[C435] the most urgent case is urged from the board', async () => {
  const line = openFakeLine({
    topics: { supervisor: today() },
    answer: () => ({ status: 200, body: { case: aDetail(), receipt: null } }),
  })
  render(<SuperviseScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '催办 2026-00-0001-X' }))
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('已催办 2026-00-0001-X')).toBeTruthy()
  expect(commandsOf(line)).toHaveLength(1)
})

it('[C707] units are ranked by their share on time, equal ones alike, too few cases not at all', () => {
  const unit = (name: string, of: number, n: number) =>
    ({ unit: name, decidedThisMonth: of, onTimeThisMonth: n }) as Parameters<typeof ranksOf>[0][number]
  const ranks = ranksOf([
    unit('MZ', 50, 48),
    unit('LY', 4, 4),
    unit('SB', 10, 10),
    unit('JS', 5, 5),
    unit('CZ', 5, 0),
  ])
  expect([...ranks]).toEqual([
    ['MZ', 3],
    ['SB', 1],
    ['JS', 1],
    ['CZ', 4],
  ])
})

it('[C521] what was crossed while the server was off is said once, with both times', async () => {
  const lateMarks = {
    yellow: 3,
    red: 1,
    crossedFrom: '2026-06-11T16:00:00.000Z',
    firedAt: '2026-06-12T00:05:00.000Z',
  }
  openFakeLine({ topics: { supervisor: today({ lateMarks }) } })
  render(<SuperviseScreen />)
  expect(
    await screen.findByText(
      '▲ 停机期间（6月12日（周五）0:00 起）3 件转临期、1 件转超期，6月12日（周五）8:05 补记',
    ),
  ).toBeTruthy()
})

it('[C203] immediate cases left open at closing time stand on the supervisor’s board', async () => {
  const leftOver = [aRow({ number: '2026-00-0009-Q', light: 'red', dueAt: '2020-01-02T09:30:00.000Z' })]
  openFakeLine({ topics: { supervisor: today({ leftOver }) } })
  render(<SuperviseScreen />)
  expect(await screen.findByText('1 件，请打开办结或转承诺')).toBeTruthy()
  expect(screen.getByRole('link', { name: '2026-00-0009-Q' })).toBeTruthy()
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
