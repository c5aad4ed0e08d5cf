// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CalendarScreen } from './calendar-screen.tsx'

const SOURCE = {
  title: '关于2027年部分节假日安排的通知',
  number: '国办发明电〔2026〕8号',
  issuer: '国务院办公厅',
  date: '2026-11-05',
}
const CALENDAR = {
  year: 2027,
  version: 1,
  status: 'provisional',
  source: SOURCE,
  appliedAt: '2026-06-12T01:40:00.000Z',
  workdays: 254,
  days: [{ date: '2027-01-01', kind: 'statutory', name: '元旦' }],
}
const CHANGE = {
  id: '019eb2a0-0000-7000-8000-00000000c001',
  kind: 'calendar',
  subject: '2027',
  state: 'entered',
  reason: '新通知',
  enteredBy: '系统管理员',
  enteredAt: '2026-11-06T01:40:00.000Z',
  settledBy: null,
  settledAt: null,
  appliedAt: null,
  moved: 0,
  waiting: 0,
  calendar: {
    ...CALENDAR,
    version: 2,
    status: 'official',
    appliedAt: null,
    days: [...CALENDAR.days, { date: '2027-01-02', kind: 'makeup', name: '元旦调休上班' }],
  },
  setting: null,
}
const LOOK = {
  id: '019eb2a0-0000-7000-8000-00000000a001',
  at: '2026-11-06T02:00:00.000Z',
  examined: 41,
  moved: 1,
  broken: 1,
  letters: { examined: 4, moved: 2, broken: 1 },
  items: [
    {
      caseId: '019eb2a0-0000-7000-8000-00000000b001',
      number: '2026-00-0001-A',
      itemName: '林木采伐许可',
      unitName: '林业站',
      status: 'reviewing',
      moves: [{ kind: 'committed', from: '2027-01-04', to: '2027-01-05' }],
      toldOn: '2027-01-04',
      isToldBroken: true,
      appear: [],
      vanish: [{ kind: 'committed', threshold: 'yellow' }],
    },
  ],
}

const SURE = { items: [CALENDAR], next: null, changes: [], missing: null, doubt: null }

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

function open(role: 'admin' | 'supervisor', doubt: object | null = null) {
  let state = 'entered'
  const line = openFakeLine({
    answer: (path) => {
      if (path.endsWith('/preview')) return { status: 200, body: LOOK }
      if (path === '/api/clock/confirm') return { status: 200, body: SURE }
      if (path.endsWith('/publish')) state = 'applied'
      const change = {
        ...CHANGE,
        state,
        ...(state === 'applied' ? { settledBy: '主管', settledAt: LOOK.at, moved: 1 } : {}),
      }
      if (path !== '/api/calendars') return { status: 200, body: change }
      const missing = { year: 2027, level: 'reminder' }
      return { status: 200, body: { items: [CALENDAR], next: null, changes: [change], missing, doubt } }
    },
  })
  hangUp()
  useSession.setState({ session: { role } as never })
  render(
    <DesignFrame>
      <CalendarScreen />
    </DesignFrame>,
  )
  return line
}

it('[C603, C608] a supervisor sees which cases would move, and only then can publish', async () => {
  const line = open('supervisor')
  expect(await screen.findByText(/2027年放假安排还没录入/)).toBeTruthy()
  expect(screen.getByText('改上班：1月2日')).toBeTruthy()
  expect(screen.queryByText('发布，马上生效')).toBeNull()
  await userEvent.click(screen.getByText('看哪些办件会变'))
  const row = (await screen.findByText('2026-00-0001-A')).closest('tr') as HTMLElement
  expect(within(row).getByText('承诺 1月4日 → 1月5日')).toBeTruthy()
  expect(within(row).getByText('■ 1月4日，要再告知')).toBeTruthy()
  expect(within(row).getByText('取消承诺临期')).toBeTruthy()
  expect(screen.getByText(/在办 41 件，会变 1 件/)).toBeTruthy()
  expect(screen.getByText('来信 2 封会变，1 封要再告知')).toBeTruthy()
  await userEvent.click(screen.getByText('发布，马上生效'))
  expect(await screen.findByText('已生效，动了 1 件')).toBeTruthy()
  expect(line.sent.find(({ path }) => path.endsWith('/publish'))?.body).toMatchObject({ preview: LOOK.id })
  expect(screen.queryByText('录入放假通知')).toBeNull()
})

it('[C603] who enters cannot publish; the year is a picture and a table', async () => {
  const line = open('admin')
  await userEvent.click(await screen.findByText('看哪些办件会变'))
  expect(await screen.findByText('看过影响后，请主管发布')).toBeTruthy()
  expect(screen.queryByText('发布，马上生效')).toBeNull()
  expect(screen.getByText(/2027年有 254 个工作日：放假 1 天，调休上班 0 天/)).toBeTruthy()
  expect(screen.getByText('法定放假')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('通知文号'), '国办发明电〔2026〕9号')
  await userEvent.type(screen.getByLabelText(/粘贴通知正文/), '一、元旦：1月1日放假')
  await userEvent.type(screen.getByLabelText('为什么改'), '更正')
  await userEvent.click(screen.getByRole('button', { name: '录入，先不生效' }))
  expect(line.sent.find(({ path }) => path === '/api/clock-changes')?.body).toMatchObject({
    kind: 'calendar',
    year: 2027,
    status: 'official',
    text: '一、元旦：1月1日放假',
    source: { number: '国办发明电〔2026〕9号', issuer: '国务院办公厅' },
    reason: '更正',
  })
})

it('[C519] before the notice the known days are entered by hand, without a number', async () => {
  const line = open('admin')
  await screen.findByText('看哪些办件会变')
  await userEvent.clear(screen.getByLabelText('哪一年'))
  await userEvent.type(screen.getByLabelText('哪一年'), '2028')
  await userEvent.selectOptions(screen.getByLabelText('依据'), '暂定，通知还没发')
  expect(screen.queryByLabelText('通知文号')).toBeNull()
  expect(screen.getByText(/补上春节4天/)).toBeTruthy()
  await userEvent.type(screen.getByLabelText(/粘贴通知正文/), '4月4日,法定,清明节')
  await userEvent.type(screen.getByLabelText('为什么改'), '通知还没发')
  await userEvent.click(screen.getByRole('button', { name: '录入，先不生效' }))
  expect(line.sent.find(({ path }) => path === '/api/clock-changes')?.body).toMatchObject({
    year: 2028,
    status: 'provisional',
    text: expect.stringMatching(/^1月1日,法定,元旦\n(.+\n){5}4月4日,法定,清明节$/),
    source: { number: '', date: '' },
  })
})

it('[R8] a time in doubt is said, and the administrator takes it as right again with how he knows', async () => {
  const line = open('admin', {
    kind: 'gap',
    from: '2026-06-01T01:00:00.000Z',
    to: '2026-06-12T01:40:00.000Z',
  })
  const alert = await screen.findByTestId('clock.doubt')
  expect(alert.textContent).toContain('服务器从 6月1日（周一）9:00 停到 6月12日（周五）9:40')
  await userEvent.type(screen.getByLabelText('怎么核对的'), '对了电视报时')
  await userEvent.click(screen.getByRole('button', { name: '时间对了，继续计时' }))
  expect(screen.queryByTestId('clock.doubt')).toBeNull()
  expect(line.sent.find(({ path }) => path === '/api/clock/confirm')?.body).toMatchObject({
    reason: '对了电视报时',
  })
})

it('[R8] a supervisor reads of the doubt and cannot end it', async () => {
  open('supervisor', { kind: 'jump', from: '2026-06-12T01:40:00.000Z', to: '2026-06-12T09:40:00.000Z' })
  expect((await screen.findByTestId('clock.doubt')).textContent).toContain('期限先不动')
  expect(screen.queryByRole('button', { name: '时间对了，继续计时' })).toBeNull()
})
