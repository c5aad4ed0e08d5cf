// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { VisitsScreen } from './visits-screen.tsx'

const VISIT = '0196f0a0-0000-7000-8000-000000000001'
const CASE = '0196f0a0-0000-7000-8000-000000000002'
const LINE = {
  case: CASE,
  number: '2026-05-0001-A',
  itemName: '政策咨询',
  applicant: '示*甲',
  way: 'up',
  outcome: 'waiting',
  status: 'received',
  papers: [{ name: '居民身份证', form: 'copy', count: 2 }],
  said: null,
  notice: null,
  remark: '',
  servedAt: null,
}
const PAGE = {
  id: VISIT,
  village: '05',
  agent: '石桥村代办员',
  madeAt: '2026-06-12T01:40:00.000Z',
  ticket: '民 001',
  mayTakeNumber: false,
  confirmedAt: null,
  prints: 0,
  cases: [LINE],
}

const ISSUED = {
  ticketId: CASE,
  number: '民 001',
  cls: 'ordinary',
  topic: 'relief',
  issuedAt: PAGE.madeAt,
  businessDate: '2026-06-12',
  quote: { ahead: 0, low: null, high: null, model: null },
  token: 'A'.repeat(22),
  queryCode: 'AB12CD34',
  link: 'http://hall/t#A',
  printJobId: CASE,
  version: 1,
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

/** A clerk opens the page and scans the list's code. */
async function scan(user: UserEvent = userEvent.setup()): Promise<void> {
  useSession.setState({ session: { role: 'clerk' } as never })
  hangUp()
  render(
    <DesignFrame>
      <VisitsScreen />
    </DesignFrame>,
  )
  await user.type(screen.getByLabelText('扫代办员手机上的码'), `${VISIT}{Enter}`)
}

it('[V93, V94] a case of a scanned visit is counted and handed over on its own', async () => {
  const served = { ...LINE, outcome: 'handed', remark: '居民身份证：2→1', servedAt: PAGE.madeAt }
  const line = openFakeLine({
    answer: (path) => ({
      status: 200,
      body: path.endsWith('/serve') ? { ...PAGE, cases: [served] } : PAGE,
    }),
  })
  await scan()
  expect(await screen.findByText('民 001 · 代办 1 件')).toBeTruthy()
  const count = screen.getByLabelText('居民身份证（复印件）')
  await userEvent.clear(count)
  await userEvent.type(count, '1')
  await userEvent.click(screen.getByRole('button', { name: '点清，交接' }))
  expect(await screen.findByText('✓ 已交接：居民身份证：2→1')).toBeTruthy()
  expect(line.sent[line.sent.length - 1]).toMatchObject({
    path: `/api/visits/${VISIT}/serve`,
    body: { case: CASE, papers: [{ name: '居民身份证', form: 'copy', count: 1 }], problem: null },
  })
})

it('[V94] a paper that the point did not say is added by its name, once', async () => {
  const known = { ...LINE, materials: ['居民身份证', '居民户口簿'] }
  const line = openFakeLine({ answer: () => ({ status: 200, body: { ...PAGE, cases: [known] } }) })
  await scan()
  const offered = await screen.findByLabelText('加一样材料')
  expect([...offered.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    '',
    '居民身份证（原件）',
    '居民户口簿（原件）',
    '居民户口簿（复印件）',
  ])
  await userEvent.selectOptions(offered, '居民户口簿（原件）')
  expect(screen.getByLabelText('居民户口簿（原件）')).toHaveProperty('value', '1')
  await userEvent.click(screen.getByRole('button', { name: '点清，交接' }))
  expect(line.sent[line.sent.length - 1]?.body).toMatchObject({
    papers: [
      { name: '居民身份证', form: 'copy', count: 2 },
      { name: '居民户口簿', form: 'original', count: 1 },
    ],
  })
})

it('[V91, V93] a case that is still on the phone says so, and appears when it has come', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const away = { ...LINE, status: null, number: '2026-05-0042-X', itemName: '', applicant: '', papers: [] }
  let cases = [away]
  openFakeLine({ answer: () => ({ status: 200, body: { ...PAGE, cases } }) })
  const user = userEvent.setup({ advanceTimers: () => undefined })
  await scan(user)
  expect(await screen.findByText('▲ 还没到，手机发来就显示')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '点清，交接' })).toBeNull()
  cases = [LINE as never]
  await act(async () => {
    await vi.advanceTimersByTimeAsync(5_000)
  })
  expect(await screen.findByRole('button', { name: '点清，交接' })).toBeTruthy()
  vi.useRealTimers()
})

it('[V91] a list that is too long says what to do', async () => {
  openFakeLine({
    answer: (path) =>
      path.endsWith('/ticket')
        ? { status: 409, body: { code: 'ticket.batch_too_large', params: { n: 10 }, message: '' } }
        : { status: 200, body: { ...PAGE, ticket: null, mayTakeNumber: true } },
  })
  await scan()
  await userEvent.click(await screen.findByRole('button', { name: '取一个号，代办 1 件' }))
  expect(await screen.findByText('一个号最多 10 件，请分两个号')).toBeTruthy()
  expect(screen.getByText('请代办员在手机上分成两张清单')).toBeTruthy()
})

it('[V91] a number that has ended makes room for another while the list is still open', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let mayTakeNumber = true
  openFakeLine({
    answer: (path) =>
      path.endsWith('/ticket')
        ? { status: 200, body: ISSUED }
        : path.startsWith('/api/visits/')
          ? { status: 200, body: { ...PAGE, ticket: mayTakeNumber ? null : '民 001', mayTakeNumber } }
          : { status: 200, body: {} },
  })
  const user = userEvent.setup({ advanceTimers: () => undefined })
  await scan(user)
  const give = { name: '取一个号，代办 1 件' }
  await user.click(await screen.findByRole('button', give))
  expect(await screen.findByText('民 001 · 代办 1 件')).toBeTruthy()
  expect(await screen.findByTestId('desk.slip')).toBeTruthy()
  expect(screen.queryByRole('button', give)).toBeNull()
  mayTakeNumber = false
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(screen.queryByRole('button', give)).toBeNull()
  // It was cancelled, or called and only a part of the list served.
  mayTakeNumber = true
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(await screen.findByRole('button', give)).toBeTruthy()
  vi.useRealTimers()
})

it('[V92] an appointment of the agents’ hour is told where the visit is opened', async () => {
  const booked = {
    ...PAGE,
    ticket: null,
    mayTakeNumber: true,
    appointment: { date: '2026-06-15', band: '14:30' },
  }
  openFakeLine({ answer: () => ({ status: 200, body: booked }) })
  await scan()
  expect(await screen.findByText('预约了 6月15日（周一） 14:30')).toBeTruthy()
})
