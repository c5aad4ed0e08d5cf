// @vitest-environment happy-dom
import type { ReportTable } from '@counter/shared/contract/reports'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { OnTimeCard } from './on-time-card.tsx'

const columns = ['decided', 'on_time', 'on_time_share'] as const
const table = (
  name: ReportTable['name'],
  ...rows: [string, string | null, ...(number | string | null)[]][]
) => ({
  name,
  columns: [...columns],
  rows: rows.map(([key, called, ...cells]) => ({ key, name: called, cells })),
})

const NOW = {
  at: '2026-06-12T02:32:00.000Z',
  from: '2026-06-01',
  to: '2026-06-30',
  target: 95,
  tables: [
    table('cases_unit', ['LY', '林业站', 2, 2, 'few'], ['MZ', '民政办', 50, 48, 96]),
    table('cases_village', ['05', '石桥村', 10, 9, 90]),
    table(
      'cases_month',
      ['2026-01', null, 0, 0, null],
      ['2026-05', null, 20, 18, 90],
      ['2026-06', null, 52, 50, 96.2],
    ),
  ],
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

test('[S29, U37] the sentence says how many of how many, the table says the same, and villages are a press away', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: NOW }) })
  render(<OnTimeCard minute="10:32" isHeld={false} />)
  const units = within(await screen.findByTestId('report.card.cases_unit'))
  expect(units.getByRole('heading', { name: '各单位按时办结率（本月）' })).toBeTruthy()
  expect(units.getByText('民政办 按时最少，96%（48/50）')).toBeTruthy()
  const cells = units
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
  expect(cells).toEqual([
    ['办件按单位', '办结', '按时', '按时 %'],
    ['林业站', '2', '2', '样本少'],
    ['民政办', '50', '48', '96'],
  ])
  expect(screen.getByText('本月 96.2%（50/52），上月 90%（18/20）')).toBeTruthy()

  await userEvent.click(screen.getByRole('button', { name: '按村' }))
  const villages = within(screen.getByTestId('report.card.cases_village'))
  expect(villages.getByText('石桥村 按时最少，90%（9/10）')).toBeTruthy()
  await userEvent.click(
    within(screen.getByTestId('report.card.cases_month')).getByRole('button', { name: /CSV/ }),
  )
  expect(line.sent[line.sent.length - 1]?.body).toMatchObject({
    from: '2026-01-01',
    to: '2026-06-30',
    table: 'cases_month',
  })
})

test('[S29] held figures are not read anew, and a part that fails says so', async () => {
  const line = openFakeLine({ answer: () => ({ status: 200, body: NOW }) })
  const { rerender, unmount } = render(<OnTimeCard minute="10:32" isHeld={false} />)
  await screen.findByTestId('report.card.cases_unit')
  rerender(<OnTimeCard minute="10:33" isHeld />)
  expect(line.sent).toHaveLength(1)
  unmount()
  hangUp()
  openFakeLine({ answer: () => ({ status: 403, body: { code: 'session.forbidden', params: {} } }) })
  render(<OnTimeCard minute="10:32" isHeld={false} />)
  expect((await screen.findByRole('alert')).textContent).toContain('这一块没取到')
})
