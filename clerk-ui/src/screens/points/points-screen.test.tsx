// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { PointCounter } from '../../components/point-counter.tsx'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { PointsScreen } from './points-screen.tsx'

const AGENT = '0190aaaa-0000-7000-8000-000000000005'
const SILENT = { kind: 'silent', level: 'red', n: 3 }
const POINT = {
  village: '05',
  name: '石桥村',
  place: '石桥村村委会',
  phone: '0000-0000005',
  hours: '',
  onDuty: { name: '石桥村代办员', post: 'A' },
  lead: null,
  deputy: null,
  agents: [{ staffId: AGENT, name: '石桥村代办员', isAway: false, phone: '', photo: null, hasIdNo: false }],
  lastContactAt: '2026-06-12T01:40:00.000Z',
  said: { unsent: 3, attention: 1, numbersFree: null },
  alarms: [SILENT],
  devices: [
    {
      device: 'one',
      agent: '石桥村代办员',
      heardAt: '2026-06-12T01:40:00.000Z',
      unsent: 3,
      oldestAt: '2026-06-11T02:00:00.000Z',
      filesUnsent: 5,
      attention: 1,
      persisted: null,
      numbersFree: null,
      numbersUsed: 2,
      numbersUnseen: null,
      missing: 2,
      clockAheadMinutes: -120,
      appVersion: '2',
    },
  ],
  numbers: {
    year: 2026,
    last: 51,
    leased: 48,
    used: 1,
    void: 1,
    returned: 0,
    lost: 0,
    direct: 1,
    unknown: 0,
  },
  timers: [{ kind: 'relay', yellow: 1, red: 2 }],
  month: { received: 50, handUp: { n: 48, of: 50 }, decided: { n: 2, of: 4 }, relatives: 1 },
}
const NEVER = {
  ...POINT,
  village: '06',
  name: '响泉村',
  alarms: [],
  devices: [],
  said: { unsent: null, attention: null, numbersFree: null },
  lastContactAt: null,
  onDuty: null,
}
const LIST = { at: '2026-06-17T09:31:00.000Z', points: [POINT, NEVER] }
const WAITING = {
  id: '0190aaaa-0000-7000-8000-0000000000aa',
  village: '05',
  villageName: '石桥村',
  agent: '石桥村代办员',
  type: 'case.register',
  code: 'person.id_invalid',
  message: '身份证号不对，请再看一遍（18 位）',
  messageEn: 'The ID number is not right. Look again (18 characters)',
  caseId: null,
  number: null,
  item: '城乡居民基本养老保险注销登记',
  applicant: '示*丁',
  topic: null,
  missing: [],
  conflicts: [],
  slipCase: null,
  files: 1,
  capturedAt: '2026-06-12T01:25:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
  handedAt: '2026-06-12T01:41:00.000Z',
}
const RELATIVE = {
  id: '0190aaaa-0000-7000-8000-0000000000bb',
  number: '2026-05-0001-7',
  itemName: '最低生活保障对象认定',
  applicant: '示*甲',
  villageName: '石桥村',
  agent: '石桥村代办员',
  receivedAt: '2026-06-12T01:40:00.000Z',
  status: 'received',
  isFiled: true,
  found: { by: '督查员', at: '2026-06-12T02:00:00.000Z', whose: 'cadre' },
  unrelated: [{ by: '民政办经办', at: '2026-06-12T02:10:00.000Z' }],
}
const FINDING = {
  kind: 'late',
  case: '0190aaaa-0000-7000-8000-0000000000ee',
  number: '2026-05-0002-8',
  itemName: '医保登记',
  applicant: '示*乙',
  timer: 'relay',
  since: '2026-06-12T09:30:00.000Z',
}
const UNSURE = {
  id: '0190aaaa-0000-7000-8000-0000000000cc',
  number: '2026-05-0002-3',
  itemName: '最低生活保障对象认定',
  applicant: '示*乙',
  villageName: '石桥村',
  agent: '石桥村代办员',
  registeredAt: '2026-06-12T01:30:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
}
const NEWS = { points: [{ village: '05', name: '石桥村', alarms: [SILENT] }] }

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

function open(waiting: readonly object[] = [WAITING]) {
  const line = openFakeLine({
    topics: { points: NEWS },
    answer: (path) => {
      if (path === '/api/village-attention') return { status: 200, body: { items: waiting } }
      if (path === '/api/points/05/findings') return { status: 200, body: { items: [FINDING] } }
      if (path === '/api/points/unsure-times') return { status: 200, body: { items: [UNSURE] } }
      if (path.startsWith('/api/points/relatives')) return { status: 200, body: { items: [RELATIVE] } }
      return { status: path === '/api/points' ? 200 : 404, body: LIST }
    },
  })
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
  return line
}

const cellsOf = (row: HTMLElement | null) =>
  [...(row?.querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent)

it('[V88, V89] says of each point what is wrong, what was last heard, and rates as x of y', async () => {
  open()
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
  open()
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
  open()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  expect(screen.getByText(/^时限/).textContent).toBe('时限：转告补正 ▲ 快到期 1 ■ 超期 2')
})

it('[V88] leads from a point to each of its cases that wants an eye', async () => {
  open()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  const part = within(await screen.findByTestId('point.findings'))
  const link = await part.findByRole('link', { name: '2026-05-0002-8' })
  expect(link.getAttribute('href')).toBe(`/cases/${FINDING.case}`)
  expect(part.getByRole('listitem').textContent).toContain('■ 转告补正超期')
})

it('[V78] lists the cases whose time is to be checked for the supervisor', async () => {
  open()
  render(<PointsScreen />)
  const part = within(await screen.findByTestId('l3.unsureTimes'))
  expect(part.getByRole('link', { name: '2026-05-0002-3' }).getAttribute('href')).toBe(
    '/cases/0190aaaa-0000-7000-8000-0000000000cc',
  )
  expect(part.getByText('石桥村 · 石桥村代办员')).toBeTruthy()
})

it('[V12] lists the cases of near relatives for the supervisor', async () => {
  open()
  render(<PointsScreen />)
  const part = within(await screen.findByTestId('l3.relatives'))
  expect(cellsOf(part.getAllByRole('row')[1] ?? null)).toEqual([
    '2026-05-0001-7',
    '最低生活保障对象认定',
    '示*甲',
    '石桥村 · 石桥村代办员',
    '6月12日（周五）9:40',
    '是村干部的近亲属 · 督查员 · 6月12日（周五）10:00',
    '已收件',
  ])
  const filed = within(await screen.findByTestId('l3.filing'))
  expect(cellsOf(filed.getAllByRole('row')[1] ?? null).slice(-1)).toEqual(['民政办经办 6月12日（周五）10:10'])
})

it('[V90] names A岗 with a reason', async () => {
  const line = open()
  render(<PointsScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '看详情 石桥村' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'A岗' }), AGENT)
  const posts = within(screen.getByRole('form', { name: 'A岗和B岗' }))
  await userEvent.type(posts.getByRole('textbox', { name: '原因' }), '轮岗')
  await userEvent.click(screen.getByRole('button', { name: '保存岗位' }))
  const sent = line.sent.find(({ path }) => path === '/api/points/05/posts')
  expect(sent?.body).toMatchObject({ lead: AGENT, deputy: null, reason: '轮岗' })
})

it('[V89] a silent point stands on every page, as a link with words of its own, and goes when it is back', async () => {
  const line = open()
  render(<PointCounter />)
  const link = await screen.findByRole('link', { name: '代办点：要留意 0 个，要马上处理 1 个' })
  expect(link.getAttribute('href')).toBe('/supervise/points')
  act(() => line.tell('points', [{ kind: 'figures_changed', state: { points: [] } }]))
  expect(screen.queryByRole('link')).toBeNull()
})

it('[V80] what came of a lost phone says to the centre what the centre does', async () => {
  const lost = { ...WAITING, code: 'device.lost', message: '这台手机已挂失，请联系镇中心' }
  open([lost])
  render(<PointsScreen />)
  const card = within(await screen.findByTestId('l3.waiting'))
  expect(card.getByText('■ 从挂失的手机来的，问过代办员再办')).toBeTruthy()
  expect(card.queryByText(/请联系镇中心/)).toBeNull()
})

it('[V80, V84] what opened no more on a lost phone is named, and only noted: there is nothing to apply', async () => {
  const unread = {
    ...WAITING,
    code: 'command.unreadable',
    missing: [],
    number: null,
    topic: '2026-05-0001-7',
  }
  const line = open([unread])
  render(<PointsScreen />)
  const card = within(await screen.findByTestId('l3.waiting'))
  expect(card.getByText('■ 挂失的手机上打不开了，问过代办员再补录')).toBeTruthy()
  expect(card.getByText(/2026-05-0001-7/)).toBeTruthy()
  expect(card.queryByText(/代办员/, { selector: 'p' })?.textContent).not.toContain('代办员还没处理')
  const ways = card.getAllByRole('option').map(({ textContent }) => textContent)
  expect(ways).toEqual(['已另办，或不用办了'])
  expect(card.queryByRole('textbox', { name: /身份证号/ })).toBeNull()
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '按回执补录了')
  await userEvent.click(card.getByRole('button', { name: '确定处理' }))
  const sent = line.sent.find(({ path }) => path === `/api/village-attention/${WAITING.id}/solve`)
  expect(sent?.body).toMatchObject({ how: 'reject', reason: '按回执补录了' })
})

it('[V51, V90] what a point could not get through is put right and applied, or refused with a reason', async () => {
  const line = open()
  render(<PointsScreen />)
  const card = within(await screen.findByTestId('l3.waiting'))
  expect(card.getByText(/石桥村 · 石桥村代办员 · 6月12日（周五）9:25 采集 · 代办员已交镇中心/)).toBeTruthy()
  await userEvent.type(card.getByRole('textbox', { name: '身份证号（不改就空着）' }), '11010519491231002X')
  await userEvent.type(card.getByRole('textbox', { name: '说明' }), '按身份证改')
  await userEvent.click(card.getByRole('button', { name: '确定处理' }))
  const sent = line.sent.find(({ path }) => path === `/api/village-attention/${WAITING.id}/solve`)
  expect(sent?.body).toMatchObject({
    how: 'apply',
    mend: { idNo: '11010519491231002X' },
    reason: '按身份证改',
  })
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
