// @vitest-environment happy-dom
import type { Report } from '@counter/shared/contract/reports'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { ReportsScreen } from './reports-screen.tsx'

const COLUMNS = ['issued', 'served', 'absent_share', 'wait_n', 'wait_mean', 'wait_p90', 'wait_over'] as const

function aReport(changes: Partial<Report> = {}): Report {
  const rows = (...lines: readonly (readonly [string, string | null, ...(number | null)[]])[]) =>
    lines.map(([key, name, ...cells]) => ({ key, name, cells }))
  const columns = [...COLUMNS]
  return {
    at: '2026-06-12T02:32:00.000Z' as never,
    span: 'day',
    from: '2026-06-12' as never,
    to: '2026-06-12' as never,
    isFinished: false,
    targetMinutes: 20,
    tables: [
      { name: 'whole', columns, rows: rows(['all', null, 60, 57, 1.7, 58, 16.2, 31, 24.1]) },
      {
        name: 'hour',
        columns,
        rows: rows(
          ['09', null, 40, 38, 0, 40, 12.5, 30, 20],
          ['10', null, 17, 16, 0, 16, 26, 41, 60],
          ['11', null, 3, 3, 0, 2, 90, 90, 100],
        ),
      },
      { name: 'class', columns, rows: rows(['priority', null, 9, 9, 0, 9, 4, 9, 0]) },
      { name: 'line', columns, rows: rows(['general', '综合', 60, 57, 1.7, 58, 16.2, 31, 24.1]) },
      { name: 'quotes', columns: ['quotes_n', 'kept'], rows: rows(['all', null, 120, 64]) },
      {
        name: 'fairness',
        columns: ['count', 'reasons'],
        rows: [{ key: 'pick', name: null, cells: [2, '行动不便 2'] }],
      },
    ],
    goals: { kept: false, bias: true, rmse: true },
    keptAlarm: true,
    ...changes,
  }
}

const card = (name: string) => within(screen.getByTestId(`report.card.${name}`))

beforeAll(startWords)
beforeEach(() => {
  window.history.replaceState(null, '', '/reports?day=2026-06-12')
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

test('[Q70, U37] each block has its conclusion and the table with the same numbers; a small group has no rank', async () => {
  openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<ReportsScreen />)
  expect(await screen.findByText(/统计到 10:32，还没结束/)).toBeTruthy()
  // 11 o'clock waited longest, but only two did.
  expect(card('hour').getByText('10:00 等得最久，平均 26 分')).toBeTruthy()
  const cells = card('hour')
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
  expect(cells).toEqual([
    ['按小时', '取号', '已办', '未到 %', '等候样本', '平均等候', '九成等候', '超过目标 %'],
    ['09:00', '40', '38', '0', '40', '12.5', '30', '20'],
    ['10:00', '17', '16', '0', '16', '26', '41', '60'],
    ['11:00', '3', '3', '0', '2', '90', '90', '100'],
  ])
  expect(screen.getByTestId('report.fact.wait_mean').textContent).toBe('平均等候16.2 分')
  expect(card('quotes').getByText(/说的时间兑现 64%，共 120 次 兑现低于 70%/)).toBeTruthy()
  expect(
    card('quotes')
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['兑现 75%–90%：✗ 没达到', '平均偏差在 2 分内：✓ 达到', '误差小于对照：✓ 达到'])
  expect(card('fairness').getByText('行动不便 2')).toBeTruthy()
})

test('[Q70] span, day and table stand in the address, and the report of that span is read', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<ReportsScreen />)
  await screen.findByText(/统计到/)
  await userEvent.click(screen.getByRole('button', { name: '月' }))
  await userEvent.selectOptions(screen.getByLabelText('再看一张表'), '按业务线')
  expect(window.location.search).toContain('span=month')
  expect(window.location.search).toContain('by=line')
  expect(line.sent.map(({ path }) => path)).toContain('/api/reports?span=month&day=2026-06-12')
  expect(card('line').getByText('综合')).toBeTruthy()
})

test('[U11] an empty span says so, a failed reading offers another try', async () => {
  const nothing = aReport()
  const whole = {
    ...nothing.tables[0],
    rows: [{ key: 'all', name: null, cells: COLUMNS.map(() => 0) }],
  } as never
  openFakeLine({ answer: () => ({ status: 200, body: { ...nothing, tables: [whole] } }) })
  const { container, unmount } = render(<ReportsScreen />)
  expect(await screen.findByText('这段时间没有取号')).toBeTruthy()
  expect(container.querySelector('[data-screen="L-5"]')?.getAttribute('data-state')).toBe('empty')
  unmount()
  hangUp()

  const answer = vi.fn(() => ({ status: 500, body: { code: 'fault', params: {} } }))
  openFakeLine({ answer })
  render(<ReportsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '再试' }))
  await vi.waitFor(() => expect(answer).toHaveBeenCalledTimes(2))
  expect(screen.getByRole('alert')).toBeTruthy()
})

test('[Q70, P36] a table is taken out as a file of the span that is shown', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<ReportsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '导出按小时 XLSX' }))
  expect(line.sent[line.sent.length - 1]).toEqual({
    path: '/api/reports/export',
    body: { span: 'day', day: '2026-06-12', table: 'hour', format: 'xlsx', language: 'zh' },
  })
})
