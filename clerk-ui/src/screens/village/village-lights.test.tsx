// @vitest-environment happy-dom
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { serverNow } from '../../state/live.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { agentOnline, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { CasesScreen } from './cases-screen.tsx'
import { VillageCaseScreen } from './village-case-screen.tsx'

beforeAll(startVillageWords)
beforeEach(agentOnline)
afterEach(() => {
  cleanup()
  hangUp()
})

const NONE = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
const WITHOUT_DUE = { dueAt: null, dueOn: null, yellowAt: null }

test.each([
  ['超期办结', { status: 'decided', light: 'done', clockState: 'stopped', flags: ['overdue'] }],
  ['按时办结', { status: 'decided', light: 'done', clockState: 'stopped' }],
  [
    '计时暂停 · 公示（已停 0 天）',
    {
      ...WITHOUT_DUE,
      status: 'paused',
      light: 'paused',
      pause: { reason: 'public_notice', since: civilDate(serverNow()) },
    },
  ],
  ['等群众补正（还剩 9 天）', { ...WITHOUT_DUE, status: 'supplement', light: 'none', left: 9 }],
  [
    '■ 法定超期',
    { light: 'red', overdue: 3, dueAt: '2020-01-02T09:30:00.000Z', flags: ['overdue_statutory'] },
  ],
] as const)('[U8] a case of the point says 「%s」 in the list and on its own page', async (words, row) => {
  const one = aRow(row)
  openFakeLine({
    topics: {
      'village:05': { counts: NONE, cases: [one] },
      [`case:${one.id}`]: aDetail({}, row),
    },
  })
  show(<CasesScreen />)
  expect(await screen.findByText(words)).toBeTruthy()
  cleanup()
  show(<VillageCaseScreen id={one.id} />)
  expect(await screen.findByText(words)).toBeTruthy()
})

test.each([
  ['withdrawn', '已撤回'],
  ['refused', '不予受理'],
  ['voided', '已作废'],
] as const)(
  '[C701, U8] a case that ended as %s says 「%s」, and nothing of a time limit to come',
  async (status, words) => {
    const row = { ...WITHOUT_DUE, status, light: 'none', clockState: null } as const
    const one = aRow(row)
    const topics = {
      'village:05': { counts: NONE, cases: [one] },
      [`case:${one.id}`]: aDetail({}, row),
    }
    openFakeLine({ topics })
    show(<CasesScreen />)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByText('未计时')).toBeNull()
    cleanup()
    show(<VillageCaseScreen id={one.id} />)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByText('未计时')).toBeNull()
  },
)

test('[U8, U10] the light of one case moves with the clock, not only with what the centre said last', async () => {
  const row = { light: 'green', left: 1, dueAt: '2020-01-02T09:30:00.000Z', dueOn: '2020-01-02' }
  const { id } = aRow()
  openFakeLine({ topics: { [`case:${id}`]: aDetail({}, row) } })
  show(<VillageCaseScreen id={id} />)
  expect(await screen.findByText(/^超期 · 已过/)).toBeTruthy()
  expect(screen.queryByText(/^正常/)).toBeNull()
})

test('the list and the page of a case say which unit has it', async () => {
  const one = aRow()
  openFakeLine({
    topics: { 'village:05': { counts: NONE, cases: [one] }, [`case:${one.id}`]: aDetail() },
  })
  show(<CasesScreen />)
  expect(await screen.findByText('在 民政办')).toBeTruthy()
  cleanup()
  show(<VillageCaseScreen id={one.id} />)
  expect(await screen.findByText('在 民政办')).toBeTruthy()
})
