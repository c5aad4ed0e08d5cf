// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useHall } from '../../state/hall.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { RemainingCard } from './remaining-card.tsx'
import { ReturnVisitForm } from './return-visit-form.tsx'
import { TransferPanel } from './transfer-panel.tsx'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058'
const AT = '2026-06-12T01:40:00.000Z'

beforeAll(startWords)
beforeEach(() =>
  useHall.setState({ hall: { topics: [{ topic: 'relief', unitName: '民政办', isUnsure: false }] } as never }),
)
afterEach(() => {
  cleanup()
  hangUp()
})

const left = (ticketId: string, number: string, next: object | null) => ({
  ticketId,
  number,
  topic: 'relief',
  version: 3,
  next,
})

it('[Q42] who will not be served today is listed, and one press moves each to the next free place', async () => {
  const place = { date: '2026-06-15', band: '09:00' }
  let items = [left(ID, '综 012', place), left(OTHER, '综 013', null)]
  const line = openFakeLine({
    answer: (path) => {
      if (path === '/api/remaining') return { status: 200, body: { items, next: null } }
      items = items.slice(1)
      return {
        status: 200,
        body: {
          booking: {
            id: ID,
            topic: 'relief',
            ...place,
            at: AT,
            status: 'booked',
            channel: 'moved',
            phone: null,
            ticketId: null,
            version: 1,
          },
          code: '7K3F-9QPD',
          link: 'http://127.0.0.1/b#x',
        },
      }
    },
  })
  render(
    <DesignFrame>
      <main tabIndex={-1}>
        <RemainingCard waiting={2} />
      </main>
    </DesignFrame>,
  )
  expect(await screen.findByText('▲ 今天可能办不到：2 个号')).toBeTruthy()
  expect(screen.getByText('没有可约的时间，请当面说明')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /综 012.*改约/ }))
  expect(await screen.findByText(/综 012 改约 .*6月15日.* 09:00，预约码 7K3F-9QPD/)).toBeTruthy()
  expect(await screen.findByText('▲ 今天可能办不到：1 个号')).toBeTruthy()
  expect(line.sent.find(({ path }) => path === `/api/tickets/${ID}/move`)?.body).toMatchObject({
    ...place,
    expectedVersion: 3,
    phone: null,
    reason: '今天办不完，改约',
  })
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

it('[Q10] in the evening the desk gives the number of a return visit with a reason', async () => {
  const issued = {
    ticketId: ID,
    number: '综 020',
    cls: 'ordinary',
    topic: 'relief',
    issuedAt: AT,
    businessDate: '2026-06-12',
    quote: { ahead: 2, low: null, high: null },
    token: 'a'.repeat(22),
    queryCode: 'AB3F-9QPD',
    link: 'http://127.0.0.1/t#x',
    printJobId: ID,
    version: 1,
  }
  const line = openFakeLine({
    answer: (path, body) => {
      if (path !== '/api/return-visits')
        return { status: 404, body: { code: 'request.not_found', params: {} } }
      return 'reason' in body
        ? { status: 200, body: issued }
        : { status: 409, body: { code: 'ticket.return_at_desk', params: {} } }
    },
  })
  render(
    <DesignFrame>
      <ReturnVisitForm isPriority={false} />
    </DesignFrame>,
  )
  await userEvent.type(screen.getByLabelText('取件补件：受理单上的查询码'), '7k3f-9qpd{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('取件补件请到导服台')
  await userEvent.type(screen.getByLabelText('仍要取号，写原因，再按一次'), '远道来取证{Enter}')
  expect(await screen.findByText(/综 020/)).toBeTruthy()
  expect(line.sent.filter(({ path }) => path === '/api/return-visits').pop()?.body).toMatchObject({
    code: '7k3f-9qpd',
    cls: 'ordinary',
    reason: '远道来取证',
  })
})

it('[Q31] when no other window is open the panel says so, and does not show an empty list', async () => {
  const window = { window: 2, name: '2号窗口', reason: null, pausedAt: null, until: null, duty: null }
  openFakeLine({
    answer: () => ({ status: 200, body: { items: [{ ...window, state: 'closed' }], next: null } }),
  })
  render(
    <DesignFrame>
      <TransferPanel
        ownWindow={1}
        mayConfirm={false}
        onTransfer={() => undefined}
        onClose={() => undefined}
      />
    </DesignFrame>,
  )
  expect(await screen.findByText('现在没有别的窗口开着')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '2号窗口' })).toBeNull()
})
