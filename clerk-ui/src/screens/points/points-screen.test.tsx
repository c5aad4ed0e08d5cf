// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { AGENT, cellsOf, FINDING, LIST, NEVER, openPoints, POINT } from './points.fixture.ts'
import { PointsScreen } from './points-screen.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[V88, V89] says of each point what is wrong, what was last heard, and rates as x of y', async () => {
  openPoints()
  render(<PointsScreen />)
  const rows = await screen.findAllByRole('row')
  expect(cellsOf(rows[1] ?? null).slice(0, 9)).toEqual([
    '05 石桥村',
    '■ 3 个工作日没联系',
    '石桥村代办员（A岗）',
    '6月12日（周五）9:40 之后未知',
    '3',
    '1',
    '不知道',
    '96%（48/50）',
    '样本少 2/4',
  ])
  expect(cellsOf(rows[2] ?? null).slice(0, 7)).toEqual([
    '06 响泉村',
    '还没联系过',
    '无人在岗',
    '不知道',
    '不知道',
    '不知道',
    '不知道',
  ])
})

it('[V53, V88] shows each phone as it was then, unknown and never nought after it', async () => {
  openPoints()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  const card = within(screen.getByTestId('l3.point'))
  const row = card.getByText('6月12日（周五）9:40 之后未知').closest('tr')
  expect(cellsOf(row)).toEqual([
    '石桥村代办员',
    '6月12日（周五）9:40 之后未知',
    '3',
    '6月11日（周四）10:00',
    '5',
    '1',
    '不知道',
    '2',
    '不知道',
    '设备有 2 条未到',
    '慢 120 分钟',
    '不知道',
    '2',
  ])
  expect(card.getByText(/发到第 51 号/).textContent).toBe(
    '发到第 51 号：已用 1 · 中心编的 1 · 借出 48 · 作废 1',
  )
})

it('[V23] tells of a point which of its limits are near and past', async () => {
  openPoints()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  expect(screen.getByText(/^时限/).textContent).toBe('时限：转告补正 ▲ 快到期 1 ■ 超期 2')
})

it('[V88] leads from a point to each of its cases that wants an eye', async () => {
  openPoints()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  const part = within(await screen.findByTestId('point.findings'))
  const link = await part.findByRole('link', { name: '2026-05-0002-8' })
  expect(link.getAttribute('href')).toBe(`/cases/${FINDING.case}`)
  expect(part.getByRole('listitem').textContent).toContain('■ 转告补正超期')
})

it('[V90] names A岗 with a reason', async () => {
  const line = openPoints()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'A岗' }), AGENT)
  const posts = within(screen.getByRole('form', { name: 'A岗和B岗' }))
  await userEvent.type(posts.getByRole('textbox', { name: '原因' }), '轮岗')
  await userEvent.click(screen.getByRole('button', { name: '保存岗位' }))
  const sent = line.sent.find(({ path }) => path === '/api/points/05/posts')
  expect(sent?.body).toMatchObject({ lead: AGENT, deputy: null, reason: '轮岗' })
})

it.each([
  ['that were never heard of are not said to be in order', [NEVER], '1 个点还没联系过'],
  ['that were heard and lack nothing are in order', [{ ...POINT, alarms: [] }], '各点都正常'],
])('[V88] points %s', async (_what, points, told) => {
  openFakeLine({
    answer: (path) =>
      path === '/api/points'
        ? { status: 200, body: { ...LIST, points } }
        : { status: 200, body: { items: [], phones: [], findings: [] } },
  })
  useSession.setState({ phase: 'in', session: { role: 'leader' } as never })
  render(<PointsScreen />)
  expect(await screen.findByText(told)).toBeTruthy()
})
