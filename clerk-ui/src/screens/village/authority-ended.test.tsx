// @vitest-environment happy-dom
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { knowTimeBy } from '../../state/live.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { agentOnline, show } from '../../test/village-fixture.tsx'
import { startVillageWords } from '../../text/village-words.ts'
import { FactScreen } from './fact-screen.tsx'
import { VillageCaseScreen } from './village-case-screen.tsx'

const { id } = aRow()
/** The day of these pages is Friday 12 June 2026. */
const agencyUntil = (until: string) => ({
  agent: '石桥村代办员',
  relation: '本人',
  powers: ['submit', 'receive_result'],
  until,
  capturedAt: '2026-06-01T01:30:00.000Z',
  claim: null,
  isRelative: false,
  handUpWorkdays: 0,
  isHandUpLate: false,
  revokedAt: null,
})

function openWith(until: string, status: string): void {
  const actions = ['deliver', 'edit_facts', 'ask_withdrawal'] as const
  const detail = aDetail({ agency: agencyUntil(until), actions: [...actions] } as never, { status } as never)
  openFakeLine({ topics: { [`case:${id}`]: detail } })
}

beforeAll(startVillageWords)
beforeEach(() => {
  knowTimeBy(() => '2026-06-12T02:00:00.000Z' as Instant)
  agentOnline()
})
afterEach(() => {
  cleanup()
  hangUp()
})

test('[V9] on the last day all is offered, and nothing is said', async () => {
  openWith('2026-06-12', 'decided')
  show(<VillageCaseScreen id={id} />)
  expect(await screen.findByRole('link', { name: '办好了，去送达' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '改联系方式' })).toBeTruthy()
  expect(screen.queryByText(/委托到/)).toBeNull()
})

test('[V9] the day after, the page says that the authority is over, and who goes where', async () => {
  openWith('2026-06-11', 'decided')
  show(<VillageCaseScreen id={id} />)
  expect(await screen.findByText(/委托到 6月11日（周四）为止，已过期/)).toBeTruthy()
  expect(screen.getByText('▲ 委托已经失效，请本人到镇中心领')).toBeTruthy()
  for (const name of ['办好了，去送达', '改联系方式', '群众要撤件'])
    expect(screen.queryByRole('link', { name })).toBeNull()
})

test('[V9] a form that was begun before says so in place of its button', async () => {
  openWith('2026-06-11', 'accepted')
  show(<FactScreen id={id} kind="case.edit" />)
  expect(await screen.findByText(/委托到 6月11日（周四）为止，已过期/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '改联系方式' })).toBeNull()
  expect(screen.queryByLabelText(/新电话/)).toBeNull()
})
