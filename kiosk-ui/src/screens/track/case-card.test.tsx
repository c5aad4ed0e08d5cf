// @vitest-environment happy-dom

import type { TrackCase } from '@counter/shared/contract/public/track'
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { CaseCard } from './case-card.tsx'

const found: TrackCase = {
  what: 'case',
  number: '2026-00-0001-X',
  mergedNumber: null,
  itemChangedOn: null,
  jointUnits: [],
  pledgeCheckOn: null,
  itemName: '最低生活保障审核确认',
  applicant: '王*国',
  unitName: '民政办',
  status: 'reviewing',
  light: 'green',
  dueOn: '2026-06-22',
  dueAt: '2026-06-22T09:30:00.000Z',
  yellowAt: '2026-06-17T16:00:00.000Z',
  clockState: 'running',
  left: 5,
  overdue: 0,
  isProvisional: false,
  statutoryDueOn: null,
  toldDueOn: null,
  reasons: { extended: 0, unit: 'workday', nominalOn: null, isDeemed: false, isCut: false, notices: [] },
  segments: [{ from: '2026-06-19', to: '2026-06-19', reason: 'holiday', name: '端午节', counted: 0 }],
  todo: null,
  stages: [
    { stage: 'received', state: 'done', at: '2026-06-12', who: '1号窗口' },
    { stage: 'reviewing', state: 'now', at: null, who: '民政办' },
    { stage: 'decided', state: 'next', at: null, who: null },
  ],
  materials: [],
  result: null,
  pickUp: null,
  canUrge: true,
  consultPhone: '0000-0000000',
}
const NOW = '2026-06-12T01:40:00.000Z' as Instant

beforeAll(() => startText(phoneCatalogue, phoneRefusals))
afterEach(cleanup)

test('[C206, C207] says who else has a part in it, and by when a written promise is checked', () => {
  const joint = { ...found, jointUnits: ['林业站', '综治办'], pledgeCheckOn: '2026-07-13' }
  render(<CaseCard found={joint} now={NOW} />)
  expect(screen.getByText('联办单位：林业站、综治办')).toBeTruthy()
  expect(screen.getByText('您签的告知承诺，7月13日 前核查')).toBeTruthy()
})

test('[C520] a wrong item that the house put right is told in plain words, with the day', async () => {
  render(<CaseCard found={{ ...found, itemChangedOn: '2026-06-15' }} now={NOW} />)
  expect((await screen.findByTestId('p2.itemChanged')).textContent).toBe(
    '原来的事项选错了，6月15日已改正。收件日期不变',
  )
})

test('[P-2] what the resident must do comes first, with document, place and date', () => {
  const todo = {
    until: '2026-06-15',
    where: '村代办点或窗口',
    materials: [{ name: '户口簿复印件', how: '' }],
  }
  render(
    <CaseCard
      found={{ ...found, status: 'supplement', light: 'none', clockState: null, left: 9, todo }}
      now={NOW}
    />,
  )
  const first = screen.getAllByRole('heading')[0]
  expect(first?.textContent).toBe('要您做的事')
  expect(screen.getByTestId('p2.todo').textContent).toContain(
    '请补：户口簿复印件，6月15日前送到村代办点或窗口',
  )
  expect(screen.getByText('等群众补正（还剩 9 天）')).toBeTruthy()
})

test('[P-2] promises no day of completion before the case is accepted', () => {
  render(<CaseCard found={{ ...found, status: 'received' }} now={NOW} />)
  expect(screen.getByText('是否受理，6月22日 前答复')).toBeTruthy()
  expect(screen.queryByText('最迟 6月22日 前办结')).toBeNull()
})

test('[P-2] says the light, the latest day and the stages in words', () => {
  render(<CaseCard found={found} now={NOW} />)
  expect(screen.getByText('正常 · 还剩 5 个工作日')).toBeTruthy()
  expect(screen.getByText('最迟 6月22日 前办结')).toBeTruthy()
  expect(screen.getByText('民政办审核中').closest('li')?.getAttribute('aria-current')).toBe('step')
})

test('[U8] the light turns by itself when its instant has passed', () => {
  const { rerender } = render(<CaseCard found={found} now={'2026-06-17T15:59:00.000Z' as Instant} />)
  expect(document.querySelector('.light')?.getAttribute('data-light')).toBe('green')
  rerender(<CaseCard found={found} now={'2026-06-17T16:00:00.000Z' as Instant} />)
  expect(document.querySelector('.light')?.getAttribute('data-light')).toBe('yellow')
})

test('[U9] a due date has its days in words', () => {
  render(<CaseCard found={found} now={NOW} />)
  const how = screen.getByText('怎么算的').closest('details')
  expect(how?.textContent).toContain('6月19日（周五，端午节放假）不计')
})
