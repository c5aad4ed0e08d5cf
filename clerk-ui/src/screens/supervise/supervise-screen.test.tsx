// @vitest-environment happy-dom
import type { SuperviseState } from '@counter/shared/contract/supervise'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
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
  expect(row?.textContent).toBe('石桥村00001不知道不知道不知道不知道')
})

it('[V88] what a village point said then stands with the time after which nothing is known', async () => {
  const [point] = today().byVillage as SuperviseState['byVillage']
  const lastContactAt = '2026-06-12T01:40:00.000Z'
  const said = { unsent: 3, attention: 0, numbersFree: 41 }
  openFakeLine({ topics: { supervisor: today({ byVillage: [{ ...point, lastContactAt, said }] }) } })
  render(<SuperviseScreen />)
  const cells = (await screen.findByText('石桥村')).closest('tr')?.querySelectorAll('td') ?? []
  expect([...cells].slice(-4).map(({ textContent }) => textContent)).toEqual([
    '6月12日（周五）9:40 之后未知',
    '3',
    '0',
    '41',
  ])
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
  expect(commandsOf(line)).toHaveLength(1)
})

it('[P34] says who looked at as much personal data as an hour allows', async () => {
  const revealLimits = [{ name: '1号窗口值班员', at: '2026-06-12T01:40:00.000Z' }]
  openFakeLine({ topics: { supervisor: today({ revealLimits }) } })
  render(<SuperviseScreen />)
  expect(await screen.findByText(/看个人信息到了上限：1号窗口值班员（09:40）/)).toBeTruthy()
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
