// @vitest-environment happy-dom
import type { SuperviseState } from '@counter/shared/contract/supervise'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { SuperviseScreen } from './supervise-screen.tsx'

const counts = { green: 41, yellow: 5, red: 2, paused: 6, none: 1, done: 0 }
const zero = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }

function today(changes: Partial<Record<keyof SuperviseState, unknown>> = {}) {
  return {
    at: '2026-06-12T02:32:00.000Z',
    waiting: 12,
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
    urgent: [aRow({ light: 'red', dueAt: '2020-01-02T09:30:00.000Z' })],
    devices: [
      { deviceId: 'd', name: '取号机 1', kind: 'kiosk', problem: 'paper', since: '2026-06-12T02:00:00.000Z' },
    ],
    ...changes,
  }
}

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

it('[C435] the most urgent case is urged from the board', async () => {
  const line = openFakeLine({
    topics: { supervisor: today() },
    answer: () => ({ status: 200, body: { case: aDetail(), receipt: null } }),
  })
  render(<SuperviseScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '催办 2026-00-0001-X' }))
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('已催办 2026-00-0001-X')).toBeTruthy()
  expect(line.sent).toHaveLength(1)
})
