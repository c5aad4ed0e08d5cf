// @vitest-environment happy-dom

import type { Guide } from '@counter/shared/contract/public/guide'
import type { TrackCase, TrackTicket } from '@counter/shared/contract/public/track'
import type { Instant } from '@counter/shared/vocabulary/time'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { GuideSections } from '../guide/guide-sections.tsx'
import { CaseCard } from './case-card.tsx'
import { TicketPage } from './ticket-page.tsx'

const ticket: TrackTicket = {
  what: 'ticket',
  number: '综 012',
  businessDate: '2026-06-12',
  status: 'waiting',
  topic: 'relief',
  window: null,
  ahead: 3,
  low: 10,
  high: 20,
  nowCalled: { number: '综 007', window: 2 },
  canRejoin: false,
  canPostpone: true,
  canRestore: false,
  notices: [],
  why: { reason: 'in_order', n: 20 },
  isExpired: false,
  version: 1,
}
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

test.each<[string, Partial<TrackTicket>, string]>([
  ['three ahead', {}, '前面还有 3 人'],
  ['two ahead', { ahead: 2 }, '快到您了，请到大厅'],
  ['called', { status: 'called', window: 2, ahead: null }, '请到 2 号窗口'],
  ['missed', { status: 'missed', canRejoin: true }, '过号了，可以恢复'],
  ['served', { status: 'served' }, '已办完'],
  ['of another day', { isExpired: true }, '这个号是 6月12日 的，已失效'],
])('[P-1] says in one line what to do: %s', (_, change, words) => {
  render(<TicketPage ticket={{ ...ticket, ...change }} token={null} />)
  expect(screen.getByTestId('p1.line').textContent).toBe(words)
})

test.each<[string, TrackTicket['why'], string]>([
  ['in its order', { reason: 'in_order', n: 20 }, '按取号先后叫，优先号当早到 20 分'],
  ['passed by two', { reason: 'passed', n: 2 }, '有 2 个号先叫了，都记有原因'],
  ['protected', { reason: 'protected', n: 6 }, '已有 6 个号先叫，后到的不再先叫'],
  ['sent on', { reason: 'directed', n: 4 }, '转到 4 号窗口，由那里叫您'],
])('[Q19] says in one sentence why the number waits where it does: %s', (_, why, words) => {
  render(<TicketPage ticket={{ ...ticket, why }} token={null} />)
  expect(screen.getByTestId('p1.why').textContent).toBe(words)
})

test('[Q29] a double tap lets others go first once, not twice', async () => {
  const sent: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    sent.push(url)
    return new Response('{"done":true}')
  })
  render(<TicketPage ticket={ticket} token={'A'.repeat(22)} />)
  await userEvent.setup({ delay: 20 }).dblClick(screen.getByRole('button', { name: '往后让 3 位' }))
  expect(sent).toEqual(['/api/track/ticket/postpone'])
  vi.unstubAllGlobals()
})

test('[Q29, Q34] offers to let others pass while waiting, and to take a cancellation back', () => {
  const token = 'AAAAAAAAAAAAAAAAAAAAAA'
  const { rerender } = render(<TicketPage ticket={ticket} token={token} />)
  expect(screen.getByRole('button', { name: '往后让 3 位' })).toBeTruthy()
  rerender(<TicketPage ticket={{ ...ticket, canPostpone: false }} token={token} />)
  expect(screen.queryByRole('button', { name: '往后让 3 位' })).toBeNull()
  const given = { ...ticket, status: 'cancelled', canPostpone: false, canRestore: true, why: null } as const
  rerender(<TicketPage ticket={given} token={token} />)
  expect(screen.getByRole('button', { name: '还是要排，恢复这个号' })).toBeTruthy()
  rerender(<TicketPage ticket={given} token={null} />)
  expect(screen.queryByRole('button', { name: '还是要排，恢复这个号' })).toBeNull()
})

test('[P-1] offers to rejoin only a missed number, and only to the holder of the link', () => {
  const missed = { ...ticket, status: 'missed', canRejoin: true } as const
  const { rerender } = render(<TicketPage ticket={missed} token="AAAAAAAAAAAAAAAAAAAAAA" />)
  expect(screen.getByRole('button', { name: '恢复排队' })).toBeTruthy()
  rerender(<TicketPage ticket={missed} token={null} />)
  expect(screen.queryByRole('button', { name: '恢复排队' })).toBeNull()
})

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

test('[P-1] asks before it gives up a number', async () => {
  render(<TicketPage ticket={ticket} token="AAAAAAAAAAAAAAAAAAAAAA" />)
  await userEvent.click(screen.getByRole('button', { name: '不排了' }))
  expect(screen.getByRole('alert').textContent).toBe('不排了？这个号会取消。')
  await userEvent.click(screen.getByRole('button', { name: '继续排队' }))
  expect(screen.queryByRole('alert')).toBeNull()
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

test('[P-4] a guide has its sections in their order and the process as an ordered list', () => {
  render(<GuideSections guide={guide()} />)
  const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
  expect(headings).toEqual([
    '简版',
    '要带的材料',
    '谁能办',
    '怎么办',
    '办理依据',
    '时限',
    '收费',
    '结果',
    '地点、时间、电话',
    '监督投诉',
  ])
  const steps = within(screen.getByText('入户调查').closest('ol') ?? document.body).getAllByRole('listitem')
  expect(steps.map((step) => step.querySelector('strong')?.textContent)).toEqual([
    '申请',
    '受理',
    '审核',
    '入户调查',
    '决定',
    '送达',
  ])
  expect(screen.getByText('承诺 5个工作日（法定 20个工作日）')).toBeTruthy()
})

test('[C109] the drawn way says who, how long and what does not count; the foot says version, day and unit', () => {
  const steps = [
    { name: '入户调查', who: '村协查员', howLong: '3天', isExcluded: false },
    { name: '公示', who: '', howLong: '7天', isExcluded: true },
    { name: '受理', who: '村代办点', howLong: '', isExcluded: false },
  ]
  render(<GuideSections guide={{ ...guide(), steps }} />)
  const boxes = screen.getAllByRole('listitem').filter((item) => item.closest('ol') !== null)
  expect(boxes.map((box) => [box.textContent, box.dataset['excluded']])).toEqual([
    ['申请您到窗口或村代办点提出', 'false'],
    ['受理村代办点', 'false'],
    ['审核民政办审核', 'false'],
    ['入户调查村协查员 · 3天', 'false'],
    ['公示民政办 · 7天不计入时限', 'true'],
    ['决定民政办作出决定 · 5个工作日', 'false'],
    ['送达把结果交给您', 'false'],
  ])
  expect(screen.getByText('2026-05-20 更新 · 第 3 版 · 责任单位：民政办')).toBeTruthy()
})

test('[K-7, P42] a kiosk opens no file: a sample that is no picture is seen at a window', () => {
  render(<GuideSections guide={{ ...guide(), resultSample: 'a'.repeat(64) }} />)
  fireEvent.error(screen.getByAltText('最低生活保障证 的样子'))
  expect(screen.getByText('这份样子请到窗口看')).toBeTruthy()
  expect(screen.queryByText('打开最低生活保障证的样子（文件）')).toBeNull()
})

function guide(): Guide {
  return {
    code: 'MZ-001',
    version: 3,
    effectiveFrom: '2026-05-20',
    name: '最低生活保障审核确认',
    unit: 'MZ',
    unitName: '民政办',
    topic: 'relief',
    category: '社会救助',
    caseType: 'deadline',
    townshipRole: 'decide',
    visits: 1,
    villageAgency: true,
    inPersonRequired: false,
    conditions: ['本县户籍居民'],
    committed: { value: 5, unit: 'workday', text: '5个工作日' },
    statutory: { value: 20, unit: 'workday', text: '20个工作日' },
    pauseReasons: ['public_notice'],
    publicNotice: null,
    steps: [{ name: '入户调查', who: '', howLong: '', isExcluded: true }],
    materials: [],
    legalBasis: ['《社会救助暂行办法》'],
    feeText: '不收费',
    resultName: '最低生活保障证',
    delivery: ['collect'],
    place: '示例镇政务路1号',
    hours: '8:30–12:00',
    consultPhone: '0000-0000000',
    supervisionPhone: '0000-0000001',
    summary: '',
    faq: [],
  }
}
