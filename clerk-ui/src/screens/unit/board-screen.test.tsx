// @vitest-environment happy-dom
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { serverNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { type FakeLine, hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { BoardScreen } from './board-screen.tsx'

const PAUSED = { light: 'paused', dueAt: null, dueOn: null }
const cases = [
  aRow({
    ...PAUSED,
    id: '01890a5d-ac96-774b-bcce-b302099a8001',
    number: 'B',
    unit: 'SB',
    unitName: '社保所',
  }),
  aRow({
    id: '01890a5d-ac96-774b-bcce-b302099a8002',
    number: 'A',
    light: 'red',
    dueAt: '2020-01-02T09:30:00.000Z',
  }),
]
const listsOf = (line: FakeLine) =>
  line.sent.map(({ path }) => path).filter((path) => path.startsWith('/api/cases'))
const listed = (items: unknown) => ({ status: 200, body: { items, next: null } })
const NONE = { green: 0, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
const isList = (path: string) => path.startsWith('/api/cases')
const nothing = { status: 404, body: { code: 'request.not_found', params: {} } }
/** The board of a township with one unit, whose choice is there before any row names it. */
const board = {
  status: 200,
  body: {
    counts: NONE,
    dueToday: 0,
    byUnit: [{ unit: 'SB', name: '社保所', counts: NONE, dueToday: 0 }],
    byVillage: [],
  },
}

beforeAll(startWords)
beforeEach(() => {
  history.replaceState(null, '', '/board')
  useSession.setState({ phase: 'in', session: { role: 'supervisor', unit: null, window: null } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

it('[U34] lists by time left, and the counters equal the list', async () => {
  openFakeLine({ answer: () => listed(cases) })
  render(<BoardScreen />)
  const rows = await screen.findAllByTestId('board.row')
  expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual(['A', 'B'])
  expect(screen.getByTestId('board.count.red').textContent).toBe('超期 1')
  expect(screen.getByTestId('board.count.paused').textContent).toBe('计时暂停 1')
  expect(screen.getByTestId('board.count.green').textContent).toBe('正常 0')
  expect(document.querySelector('[draggable=true]')).toBeNull()
})

it('[U34] the columns hold the same cases as the list', async () => {
  history.replaceState(null, '', '/board?view=columns')
  openFakeLine({ answer: () => listed(cases) })
  render(<BoardScreen />)
  expect(await screen.findByRole('heading', { name: '超期 1' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '计时暂停 1' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '今天到期 0' })).toBeTruthy()
})

it('[C604] says while a corrected calendar has not reached every case', async () => {
  const body = { items: cases, next: null, recounting: 312 }
  openFakeLine({ answer: () => ({ status: 200, body }) })
  render(<BoardScreen />)
  expect((await screen.findByTestId('board.recounting')).textContent).toBe('▲ 规则刚改，还有 312 件没重排。')
})

it('[U34] the filters stand in the address', async () => {
  const line = openFakeLine({ answer: (path) => (path === '/api/board' ? board : listed(cases)) })
  render(<BoardScreen />)
  await userEvent.click(await screen.findByTestId('board.count.red'))
  expect(location.search).toBe('?light=red')
  expect(screen.getAllByTestId('board.row')).toHaveLength(1)
  await userEvent.selectOptions(screen.getByLabelText('单位'), '社保所')
  expect(location.search).toBe('?unit=SB&light=red')
  await expect
    .poll(() => line.sent.map(({ path }) => path))
    .toContain('/api/cases?limit=200&open=yes&unit=SB&light=red&counts=yes')
})

it('[U34] a kept address asks the server for exactly its cases, and each filter can be taken back', async () => {
  history.replaceState(null, '', '/board?item=MZ-001&channel=village&approval=yes&order=yes')
  const line = openFakeLine({ answer: () => listed(cases) })
  render(<BoardScreen />)
  await screen.findAllByTestId('board.row')
  expect(listsOf(line)).toEqual([
    '/api/cases?limit=200&open=yes&item=MZ-001&channel=village&approval=yes&order=yes&counts=yes',
  ])
  expect(screen.getByLabelText<HTMLSelectElement>('渠道').value).toBe('village')
  expect(screen.getByRole('button', { name: '督办中' }).getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: '督办中' }))
  await userEvent.selectOptions(screen.getByLabelText('渠道'), '全部')
  expect(location.search).toBe('?item=MZ-001&approval=yes')
})

it('[C703] a grey case says why it stands still, for how long, and its date if it went on today', async () => {
  const paused = aRow({
    ...PAUSED,
    clockState: 'paused',
    dueOn: '2099-06-24',
    pause: { reason: 'public_notice', since: civilDate(serverNow()) },
  })
  openFakeLine({ answer: () => listed([paused]) })
  render(<BoardScreen />)
  expect(await screen.findByText('计时暂停 · 公示（已停 0 天）')).toBeTruthy()
  expect(screen.getByText('如今天恢复，最迟 6月24日')).toBeTruthy()
})

it('[U34] counts what is not listed yet, and reads it by a press', async () => {
  let read = 0
  const line = openFakeLine({
    answer: (path) => {
      if (!isList(path)) return nothing
      read += 1
      const row = aRow({
        id: `01890a5d-ac96-774b-bcce-b3020991${String(read).padStart(4, '0')}`,
        number: `N${read}`,
        light: 'red',
        dueAt: '2020-01-02T09:30:00.000Z',
      })
      const counts = path.includes('counts=yes') ? { counts: { ...NONE, red: 1_203, paused: 870 } } : {}
      return { status: 200, body: { items: [row], next: '1~a', ...counts } }
    },
  })
  render(<BoardScreen />)
  await screen.findByTestId('board.row')
  expect(screen.getByTestId('board.count.red').textContent).toBe('超期 1203')
  expect(screen.getByTestId('board.count.paused').textContent).toBe('计时暂停 870')
  await userEvent.click(await screen.findByRole('button', { name: '再看后面的' }))
  await expect.poll(() => screen.getAllByTestId('board.row').length).toBe(2)
  expect(listsOf(line)).toEqual([
    '/api/cases?limit=200&open=yes&counts=yes',
    '/api/cases?limit=200&open=yes&counts=yes',
    '/api/cases?limit=200&open=yes&cursor=1%7Ea',
  ])
  await userEvent.click(screen.getByRole('button', { name: '看板' }))
  expect(screen.getByRole('heading', { name: '超期 已列 2 件' })).toBeTruthy()
})

it('[C701] a counter moves on with a row whose light has changed since it was read', async () => {
  const late = aRow({ number: 'A', light: 'green', dueAt: '2020-01-02T09:30:00.000Z' })
  const body = { items: [late], next: null, counts: { ...NONE, green: 5, red: 2 } }
  openFakeLine({ answer: (path) => (isList(path) ? { status: 200, body } : nothing) })
  render(<BoardScreen />)
  await screen.findByTestId('board.row')
  expect(screen.getByTestId('board.count.green').textContent).toBe('正常 4')
  expect(screen.getByTestId('board.count.red').textContent).toBe('超期 3')
})

it('[U31] arrows move, C asks, Enter urges', async () => {
  const line = openFakeLine({
    answer: (path) =>
      path.endsWith('/urge') ? { status: 200, body: { case: aDetail(), receipt: null } } : listed(cases),
  })
  render(<BoardScreen />)
  await screen.findAllByTestId('board.row')
  await userEvent.keyboard('{ArrowDown}c')
  expect(screen.getByText('催办 A？回车确定，Esc 取消')).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('已催办 A')).toBeTruthy()
  expect(line.sent.filter(({ path }) => path.endsWith('8002/urge'))).toHaveLength(1)
})

it('[U34] nothing to list is said in words', async () => {
  openFakeLine({ answer: () => listed([]) })
  render(<BoardScreen />)
  expect(await screen.findByText('没有超期和临期的办件')).toBeTruthy()
})

it('[U11] a failed reading keeps the page and can be tried again', async () => {
  let isBroken = true
  openFakeLine({
    answer: () =>
      isBroken ? { status: 403, body: { code: 'session.forbidden', params: {} } } : listed(cases),
  })
  render(<BoardScreen />)
  expect((await screen.findByRole('alert')).textContent).toContain('没取到数据')
  isBroken = false
  await act(async () => screen.getByRole('button', { name: '再试' }).click())
  expect(await screen.findAllByTestId('board.row')).toHaveLength(2)
})
