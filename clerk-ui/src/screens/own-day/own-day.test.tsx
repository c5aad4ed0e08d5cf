// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useSession } from '../../state/session.ts'
import { aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { HandOverScreen } from './hand-over-screen.tsx'
import { OwnDayScreen } from './own-day-screen.tsx'

const ME = '019eb2a0-0000-7000-8000-00000000e001'
const OTHER = '019eb2a0-0000-7000-8000-00000000e002'
const CASES = [
  aRow({ id: '019eb2a0-0000-7000-8000-00000000b001' as never, number: '2026-00-0001-A' }),
  aRow({ id: '019eb2a0-0000-7000-8000-00000000b002' as never, number: '2026-00-0002-C' }),
]
const DAY = {
  today: '2026-06-12',
  taken: [],
  promised: CASES.slice(0, 1),
  open: CASES,
  standIn: [{ name: '林业二岗', until: '2026-06-15', cases: [] }],
  warned: [],
}
const handler = (staffId: string, name: string) => ({
  staffId,
  role: 'handler',
  name,
  unitName: '林业站',
  open: 2,
  isStopped: false,
  deputy: null,
  awayFrom: null,
  awayUntil: null,
  leaveReason: null,
})
const PAGE = { people: [handler(ME, '林业一岗'), handler(OTHER, '林业二岗')] }

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

// The first page ends where the test has more to show.
function pageAt(path: string, more: typeof CASES) {
  const isFirst = !path.includes('cursor=')
  return { items: isFirst ? CASES : more, next: isFirst && more.length > 0 ? 'after' : null }
}

/** The last slice of forty-three is refused. */
const SHORT = 3

function open(shown: 'day' | 'hand-over', session: object = {}, more: typeof CASES = []) {
  const line = openFakeLine({
    answer: (path, body) => {
      if (path === '/api/own-day') return { status: 200, body: DAY }
      if (path.startsWith('/api/hand-over/')) return { status: 200, body: pageAt(path, more) }
      if (body['commandId'] === undefined) return { status: 200, body: PAGE }
      if (path === '/api/hand-over') {
        const { length } = body['cases'] as readonly string[]
        return length === SHORT
          ? { status: 409, body: { code: 'assign.bad_colleague', params: {} } }
          : { status: 200, body: { handed: length } }
      }
      const { deputy, from, until } = body as { deputy: string; from: string; until: string }
      return { status: 200, body: { deputy, from, until } }
    },
  })
  hangUp()
  useSession.setState({ session: { role: 'handler', staffId: ME, unit: 'LY', ...session } as never })
  render(<DesignFrame>{shown === 'day' ? <OwnDayScreen /> : <HandOverScreen />}</DesignFrame>)
  return line
}

it('[C403] the own day counts what its lists hold, also for an absent colleague', async () => {
  open('day')
  expect(await screen.findByRole('button', { name: '在办 2', pressed: true })).toBeTruthy()
  expect(screen.getAllByText(/2026-00-0002-C/).length).toBeGreaterThan(0)
  await userEvent.click(screen.getByRole('button', { name: '已承诺 1' }))
  expect(screen.queryByText(/2026-00-0002-C/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '今天收办 0' }))
  expect(screen.getByText('今天还没有收办')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '代林业二岗办 0' }))
  expect(screen.getByText('代到 6月15日')).toBeTruthy()
})

it('[C801] picked cases go to a colleague with a reason, and how many is said before', async () => {
  const line = open('hand-over')
  const form = await screen.findByRole('form', { name: '林业一岗 的在办件，选中 0 件' })
  await userEvent.click(await within(form).findByLabelText('全选 2 件'))
  await userEvent.click(await within(form).findByLabelText('2026-00-0002-C'))
  await userEvent.selectOptions(within(form).getByLabelText('交给谁'), OTHER)
  await userEvent.type(within(form).getByLabelText('原因'), '调岗')
  await userEvent.click(within(form).getByRole('button', { name: '交出 1 件' }))
  expect(await screen.findByText('✓ 已交出 1 件，时限不变')).toBeTruthy()
  expect(line.sent.find(({ path, body }) => path === '/api/hand-over' && body['to'])?.body).toMatchObject({
    from: ME,
    to: OTHER,
    cases: [CASES[0]?.id],
    reason: '调岗',
  })
})

it('[C403] a deputy and the days of a leave are noted', async () => {
  const line = open('hand-over')
  const form = await screen.findByRole('form', { name: '林业一岗 的B岗和请假' })
  await userEvent.selectOptions(within(form).getByLabelText('B岗'), OTHER)
  await userEvent.type(within(form).getByLabelText('从哪天'), '2026-06-15')
  await userEvent.type(within(form).getByLabelText('到哪天'), '2026-06-16')
  await userEvent.type(within(form).getByLabelText('原因'), '培训')
  await userEvent.click(within(form).getByRole('button', { name: '登记' }))
  expect(await screen.findByText('✓ 已登记')).toBeTruthy()
  expect(line.sent.find(({ path }) => path.startsWith('/api/leaves/'))?.body).toMatchObject({
    deputy: OTHER,
    from: '2026-06-15',
    until: '2026-06-16',
    reason: '培训',
  })
})

it('[C801] a long list goes in slices of twenty, is counted, and a refused slice leaves the rest picked', async () => {
  const more = Array.from({ length: 41 }, (_, n) =>
    aRow({
      id: `019eb2a0-0000-7000-8000-00000000c0${String(n).padStart(2, '0')}` as never,
      number: `2026-00-1${String(n).padStart(3, '0')}-X`,
    }),
  )
  const line = open('hand-over', {}, more)
  const form = await screen.findByRole('form', { name: '林业一岗 的在办件，选中 0 件' })
  await userEvent.click(await within(form).findByLabelText('全选 2 件'))
  await userEvent.selectOptions(within(form).getByLabelText('交给谁'), OTHER)
  await userEvent.type(within(form).getByLabelText('原因'), '调岗')
  await userEvent.click(await within(form).findByRole('button', { name: '交出 43 件' }))
  expect(await screen.findByText('交出 40 件后停下，其余还选着')).toBeTruthy()
  const slices = line.sent.filter(({ path, body }) => path === '/api/hand-over' && body['to'])
  expect(slices.map(({ body }) => (body['cases'] as string[]).length)).toEqual([20, 20, 3])
  expect(new Set(slices.map(({ body }) => body['commandId'])).size).toBe(3)
  expect(await within(form).findByRole('alert')).toBeTruthy()
})

it('[C403] a clerk names his deputy and has nothing to hand over', async () => {
  PAGE.people.push({ ...handler('019eb2a0-0000-7000-8000-00000000e003', '1号窗口'), role: 'clerk', open: 0 })
  open('hand-over', { role: 'clerk', staffId: '019eb2a0-0000-7000-8000-00000000e003' })
  expect(await screen.findByRole('form', { name: '1号窗口 的B岗和请假' })).toBeTruthy()
  expect(screen.getByText('窗口的件谁都能办，不用交接')).toBeTruthy()
  expect(screen.queryByRole('form', { name: /在办件/ })).toBeNull()
  PAGE.people.pop()
})

it('[U43, C403] a supervisor opens somebody by the keyboard, is led to the first field, and back by Esc', async () => {
  open('hand-over', { role: 'supervisor', staffId: 'somebody' })
  const button = await screen.findByRole('button', { name: '选择 林业二岗' })
  button.focus()
  await userEvent.keyboard('{Enter}')
  const form = await screen.findByRole('form', { name: '林业二岗 的B岗和请假' })
  expect(document.activeElement).toBe(within(form).getByLabelText('B岗'))
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('form')).toBeNull()
  expect(document.activeElement).toBe(button)
})
