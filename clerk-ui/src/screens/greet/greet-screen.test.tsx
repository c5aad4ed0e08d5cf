// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useHall } from '../../state/hall.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { GreetScreen } from './greet-screen.tsx'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const AT = '2026-06-12T01:40:00.000Z'
const HALL = {
  centre: { name: '示例镇为民服务中心' },
  topics: [{ topic: 'relief', unit: 'MZ', unitName: '民政办', isUnsure: false }],
}
const STATE = {
  waiting: 2,
  byTopic: [{ topic: 'relief', waiting: 2 }],
  windows: [
    {
      window: 1,
      name: '1号窗口',
      state: 'open',
      reason: null,
      until: null,
      current: '综 003',
      isServing: true,
      topics: ['relief'],
    },
  ],
  missed: [
    { ticketId: ID, number: '综 001', missedAt: AT, mayRejoin: true, version: 3 },
    { ticketId: ID.replace('8057', '8058'), number: '综 002', missedAt: AT, mayRejoin: false, version: 3 },
  ],
  devices: [
    { deviceId: ID, name: '取号机 1', kind: 'kiosk', problem: 'help', since: AT, fault: null, speaks: false },
  ],
}
const ISSUED = {
  ticketId: ID,
  number: '优先 004',
  cls: 'priority',
  topic: 'relief',
  issuedAt: AT,
  businessDate: '2026-06-12',
  quote: { ahead: 1, low: 5, high: 10 },
  token: 'a'.repeat(22),
  queryCode: '7K3F-9QPD',
  link: 'http://127.0.0.1:8080/t#aaaaaaaaaaaaaaaaaaaaaa',
  printJobId: ID,
  version: 1,
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

function screenOf(answer: Parameters<typeof openFakeLine>[0]['answer']) {
  useHall.setState({ hall: HALL as never })
  const line = openFakeLine({
    topics: { greet: STATE },
    answer: answer ?? (() => ({ status: 404, body: {} })),
  })
  render(
    <DesignFrame>
      <GreetScreen />
    </DesignFrame>,
  )
  return line
}

it('[U18] marks first, then one touch on the matter; the number is shown big with its code', async () => {
  const line = screenOf(() => ({ status: 200, body: ISSUED }))
  await userEvent.click(await screen.findByRole('button', { name: /优先/ }))
  await userEvent.click(screen.getByRole('button', { name: /需当面叫/ }))
  await userEvent.click(screen.getByRole('button', { name: /民政办/ }))
  expect((await screen.findByTestId('greet.number')).textContent).toBe('优先 004')
  expect(screen.getByText(/查询码 7K3F-9QPD/)).toBeTruthy()
  expect(screen.getByRole('img', { name: 'QR' })).toBeTruthy()
  expect(line.sent.find(({ path }) => path === '/api/tickets')?.body).toMatchObject({
    topic: 'relief',
    cls: 'priority',
    needsSpokenCall: true,
    at: 'guide',
  })
  await userEvent.click(screen.getByRole('button', { name: '发下一个' }))
  expect(screen.getByRole('button', { name: /优先/ }).getAttribute('aria-pressed')).toBe('false')
})

it('[U18] a call for help stands on top, and 「我去了」 clears it', async () => {
  const line = screenOf(() => ({ status: 200, body: { done: true } }))
  expect(await screen.findByText('■ 取号机 1 有人需要帮忙')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '我去了' }))
  expect(line.sent.some(({ path }) => path === `/api/devices/${ID}/clear`)).toBe(true)
})

it('[Q28] a missed number is restored with one touch, while the house allows it', async () => {
  const line = screenOf(() => ({ status: 409, body: { code: 'ticket.rejoin_limit', params: { n: 2 } } }))
  await userEvent.click(await screen.findByRole('button', { name: '恢复 综 001' }))
  expect(line.sent.some(({ path }) => path === `/api/tickets/${ID}/rejoin`)).toBe(true)
  expect((await screen.findByRole('alert')).textContent).toContain('请重新取号')
  expect(screen.queryByRole('button', { name: '恢复 综 002' })).toBe(null)
})

it('[Q28] whose number was restored too often gets a new one that refers to it', async () => {
  const line = screenOf(() => ({ status: 200, body: ISSUED }))
  await userEvent.click(await screen.findByRole('button', { name: '综 002 取新号' }))
  expect(screen.getByText('接着 综 002 取新号，请选事项')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /民政办/ }))
  await screen.findByTestId('greet.number')
  const bodies = line.sent.filter(({ path }) => path === '/api/tickets').map(({ body }) => body)
  expect(bodies).toMatchObject([{ previousTicketId: ID.replace('8057', '8058') }])
  await userEvent.click(screen.getByRole('button', { name: '发下一个' }))
  expect(screen.queryByText(/接着/)).toBeNull()
})

it('[Q42] when the hall gives no more numbers, whoever greets may, with a reason', async () => {
  let times = 0
  const line = screenOf(() => {
    times += 1
    return times === 1
      ? { status: 409, body: { code: 'ticket.intake_closing', params: {} } }
      : { status: 200, body: ISSUED }
  })
  await userEvent.click(await screen.findByRole('button', { name: /民政办/ }))
  await userEvent.type(await screen.findByLabelText('仍要取号，写原因，再选一次事项'), '路远')
  await userEvent.click(screen.getByRole('button', { name: /民政办/ }))
  expect((await screen.findByTestId('greet.number')).textContent).toBe('优先 004')
  const bodies = line.sent.filter(({ path }) => path === '/api/tickets').map(({ body }) => body)
  expect(bodies[0]).not.toHaveProperty('reason')
  expect(bodies[1]).toMatchObject({ reason: '路远' })
})

it('[Q28, R6] a double press restores once, and what was done is not told as refused', async () => {
  let times = 0
  const line = screenOf(() => {
    times += 1
    return times === 1
      ? { status: 200, body: { done: true } }
      : { status: 409, body: { code: 'ticket.not_missed', params: {} } }
  })
  await userEvent.setup({ delay: 20 }).dblClick(await screen.findByRole('button', { name: '恢复 综 001' }))
  expect(line.sent.filter(({ path }) => path === `/api/tickets/${ID}/rejoin`)).toHaveLength(1)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('[Q62] a number that is read out is told its place and why others go first', async () => {
  screenOf(() => ({
    status: 200,
    body: {
      items: [
        {
          ticketId: ID,
          number: '综 012',
          cls: 'ordinary',
          topic: 'relief',
          status: 'waiting',
          window: null,
          directedWindow: null,
          needsSpokenCall: false,
          isEnteredLater: false,
          issuedAt: AT,
          ahead: 3,
          laterAhead: 1,
          windows: [1, 2],
          version: 1,
        },
      ],
      next: null,
    },
  }))
  await userEvent.type(await screen.findByRole('searchbox'), '12{Enter}')
  expect(await screen.findByText('在等，前面还有 3 人')).toBeTruthy()
  expect(screen.getByText('会到 1、2 号窗口')).toBeTruthy()
  expect(screen.getByText('其中 1 个来得晚：优先、预约或恢复的号先叫')).toBeTruthy()
})
