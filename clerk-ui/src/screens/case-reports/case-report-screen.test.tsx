// @vitest-environment happy-dom
import type { CaseReport } from '@counter/shared/contract/case-reports'
import { CASE_REPORT_COLUMNS } from '@counter/shared/vocabulary/case-report'
import { RATING_REPORT_COLUMNS } from '@counter/shared/vocabulary/rating-report'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CaseReportScreen } from './case-report-screen.tsx'

const columns = [...CASE_REPORT_COLUMNS]
type Figures = Partial<Record<(typeof columns)[number], number | string>>

const row = (key: string, name: string | null, figures: Figures) => ({
  key,
  name,
  cells: columns.map(
    (column) => figures[column] ?? (column.endsWith('share') || column.endsWith('mean') ? null : 0),
  ),
})

function aReport(changes: Partial<CaseReport> = {}): CaseReport {
  const whole = {
    received: 60,
    decided: 52,
    on_time: 50,
    on_time_share: 96.2,
    days_mean: 3.4,
    open: 8,
    overdue: 1,
  }
  return {
    at: '2026-06-28T02:32:00.000Z' as never,
    from: '2026-06-01' as never,
    to: '2026-06-30' as never,
    isFinished: false,
    judged: 'own_time',
    unit: null,
    tables: [
      { name: 'cases_whole', columns, rows: [row('all', null, whole)] },
      {
        name: 'cases_unit',
        columns,
        rows: [
          row('MZ', '民政办', { decided: 48, on_time: 47, on_time_share: 97.9 }),
          row('LY', '林业站', { decided: 2, on_time: 1, on_time_share: 'few' }),
          row('ZZ', '综治办', {}),
        ],
      },
      {
        name: 'cases_village',
        columns,
        rows: [row('centre', null, { decided: 52, on_time: 50, on_time_share: 96.2 })],
      },
      { name: 'cases_month', columns, rows: [row('2026-06', null, whole)] },
      {
        name: 'cases_staff',
        columns: ['converted', 'second_notices', 'extended', 'paused'],
        rows: [{ key: 'a', name: '2号窗口值班员', cells: [1, 0, 0, 0] }],
      },
    ],
    ...changes,
  }
}

const card = (name: string) => within(screen.getByTestId(`report.card.${name}`))

beforeAll(startWords)
beforeEach(() => {
  window.history.replaceState(null, '', '/reports/cases?from=2026-06-01')
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

test('[C707, U37] the conclusion names who kept fewest promises of those that say something; few have no percentage', async () => {
  openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<CaseReportScreen />)
  expect(await screen.findByText(/统计到 2026-06-28 10:32 · 还有 3 天，未完 · 按办结时的规则/)).toBeTruthy()
  expect(screen.getByTestId('report.fact.on_time').textContent).toBe('按时96.2%（50/52）')
  expect(card('cases_whole').getByText('收件 60 件，办结 52 件，按时 96.2%（50/52）')).toBeTruthy()
  expect(card('cases_unit').getByText('民政办 按时最少，97.9%（47/48）')).toBeTruthy()
  const few = card('cases_unit').getByRole('row', { name: /林业站/ })
  expect(within(few).getByText('样本少')).toBeTruthy()
  expect(card('cases_staff').getByText('2号窗口值班员')).toBeTruthy()
  expect(screen.queryByTestId('report.card.cases_month')).toBeNull()
})

test('[C1003, U37] ratings: five levels in one bar, who is least content, and the letters beside them; few have no bar', async () => {
  const rated = [...RATING_REPORT_COLUMNS]
  const line = (key: string, name: string | null, cells: (number | string | null)[]) => ({ key, name, cells })
  const tables: CaseReport['tables'] = [
    ...aReport().tables,
    {
      name: 'ratings_whole',
      columns: rated,
      rows: [line('all', null, [52, 20, 38.5, 12, 5, 1, 1, 1, 18, 90, 2])],
    },
    {
      name: 'ratings_unit',
      columns: rated,
      rows: [
        line('MZ', '民政办', [48, 17, 35.4, 12, 3, 1, 0, 1, 16, 94.1, 1]),
        line('LY', '林业站', [2, 2, 'few', 0, 1, 0, 1, 0, 1, 'few', 1]),
      ],
    },
    {
      name: 'letters',
      columns: [
        'received',
        'replied',
        'on_time',
        'on_time_share',
        'satisfied',
        'dissatisfied',
        'satisfied_share',
      ],
      rows: [line('phone', null, [9, 8, 8, 100, 5, 1, 83.3]), line('all', null, [9, 8, 8, 100, 5, 1, 83.3])],
    },
  ]
  openFakeLine({ answer: () => ({ status: 200, body: aReport({ tables }) }) })
  render(<CaseReportScreen />)
  await screen.findByText(/统计到/)
  const whole = card('ratings_whole')
  expect(whole.getByText('结束 52 件，评价 38.5%（20/52），满意 90%（18/20），差评 2 件')).toBeTruthy()
  expect(whole.getByRole('img', { name: '满意度' }).querySelectorAll('[data-level]')).toHaveLength(5)
  expect(card('ratings_unit').getByText('民政办 满意最少，94.1%（16/17）')).toBeTruthy()
  expect(
    within(card('ratings_unit').getByRole('row', { name: /林业站/ })).getAllByText('样本少'),
  ).toHaveLength(2)
  expect(card('letters').getByText('答复 8 件，按时 100%（8/8），满意 83.3%（5/6）')).toBeTruthy()
  await userEvent.click(screen.getByRole('checkbox', { name: '导出公开用，小数写成 <5' }))
  expect(screen.queryByTestId('report.card.letters')).toBeNull()
})

test('[C605, C707] span, group and rules stand in the address, and the report of them is read', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<CaseReportScreen />)
  await screen.findByText(/统计到/)
  await userEvent.click(screen.getByRole('button', { name: '季' }))
  await userEvent.selectOptions(screen.getByLabelText('分组'), '按村')
  await userEvent.selectOptions(screen.getByLabelText('按时口径'), '按今天的规则')
  expect(window.location.search).toContain('span=quarter')
  expect(window.location.search).toContain('by=village')
  expect(window.location.search).toContain('judged=today')
  expect(line.sent.map(({ path }) => path)).toContain(
    '/api/reports/cases?from=2026-04-01&to=2026-06-30&judged=today',
  )
  expect(card('cases_village').getByText('镇中心')).toBeTruthy()
})

test('[P36] a table is taken out as a Word file of the time that is shown', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<CaseReportScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '导出办件按单位 DOCX' }))
  expect(line.sent[line.sent.length - 1]).toEqual({
    path: '/api/reports/cases/export',
    body: {
      from: '2026-06-01',
      to: '2026-06-30',
      judged: 'own_time',
      isPublic: false,
      table: 'cases_unit',
      format: 'docx',
      language: 'zh',
    },
  })
})

test('[U39] a file for anybody is asked for as such, and single clerks are in none', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: aReport() }) })
  render(<CaseReportScreen />)
  await userEvent.click(await screen.findByRole('checkbox', { name: '导出公开用，小数写成 <5' }))
  await userEvent.click(screen.getByRole('button', { name: '导出办件按单位 CSV' }))
  expect(line.sent[line.sent.length - 1]?.body).toMatchObject({ table: 'cases_unit', isPublic: true })
  expect(screen.queryByTestId('report.card.cases_staff')).toBeNull()
})

test('[U11, R7] an empty time says so; one that is refused says why and can be asked again', async () => {
  const tables = [{ name: 'cases_whole' as const, columns, rows: [row('all', null, {})] }]
  openFakeLine({ answer: () => ({ status: 200, body: aReport({ tables }) }) })
  const { container, unmount } = render(<CaseReportScreen />)
  expect(await screen.findByText('这段时间没有办件')).toBeTruthy()
  expect(container.querySelector('[data-screen="L-6"]')?.getAttribute('data-state')).toBe('empty')
  unmount()
  hangUp()

  const answer = vi.fn(() => ({ status: 409, body: { code: 'report.busy', params: {} } }))
  openFakeLine({ answer })
  render(<CaseReportScreen />)
  expect(await screen.findByText('已有报表在统计，等它好了再点')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '再试' }))
  await vi.waitFor(() => expect(answer).toHaveBeenCalledTimes(2))
})

test('[C402] a handler has the figures of cases without the tab of the hall', async () => {
  useSession.setState({ phase: 'in', session: { role: 'handler' } as never })
  openFakeLine({ answer: () => ({ status: 200, body: aReport({ unit: 'MZ' as never }) }) })
  render(<CaseReportScreen />)
  await screen.findByText(/统计到/)
  expect(screen.queryByRole('navigation', { name: '统计内容' })).toBeNull()
})
