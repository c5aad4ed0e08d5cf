// @vitest-environment happy-dom
import type { WindowStateView } from '@counter/shared/contract/desk'
import type { Hall } from '@counter/shared/contract/hall'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useHall } from '../../state/hall.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { BookingPanel } from './booking-panel.tsx'
import { ElderPanel } from './elder-panel.tsx'
import type { Desk } from './use-desk.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const ticket = {
  ticketId: ID,
  number: '综 012',
  cls: 'ordinary',
  topic: 'relief',
  issuedAt: '2026-06-12T01:40:00.000Z',
  businessDate: '2026-06-12',
  quote: { ahead: 1, low: null, high: null },
  token: 'b'.repeat(22),
  queryCode: '7K3F9QPD',
  link: `http://127.0.0.1/t#${'b'.repeat(22)}`,
  printJobId: ID,
  version: 1,
}
const booking = {
  id: ID,
  date: '2026-06-15',
  band: '09:30',
  topic: 'relief',
  at: '2026-06-15T01:30:00.000Z',
  status: 'booked',
  channel: 'desk',
  phone: null,
  ticketId: null,
  version: 1,
}
const desk = { seen: { tickets: [] } as unknown as WindowStateView } as Desk

beforeAll(startWords)
beforeEach(() =>
  useHall.setState({
    hall: { topics: [{ topic: 'relief', unitName: '民政办', isUnsure: false }] } as unknown as Hall,
  }),
)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[U14] a double click at the desk makes one number', async () => {
  const line = openFakeLine({
    answer: (path) =>
      path === '/api/tickets'
        ? { status: 200, body: ticket }
        : { status: 404, body: { code: 'print.not_found', params: {} } },
  })
  render(
    <DesignFrame>
      <ElderPanel isDirect={false} onClose={() => undefined} />
    </DesignFrame>,
  )
  const button = screen.getByRole('button', { name: '民政办' })
  // The answer comes between the two halves of the click.
  await userEvent.setup({ delay: 20 }).dblClick(button)
  await screen.findByText(/综 012，前面 1 人/)
  expect(line.sent.filter(({ path }) => path === '/api/tickets')).toHaveLength(1)
})

it('[U14, Q38] a double click at the desk makes one booking', async () => {
  const line = openFakeLine({
    answer: (path) => {
      if (path.startsWith('/api/bookings/free'))
        return {
          status: 200,
          body: { days: [{ date: '2026-06-15', bands: [{ band: '09:30', isFree: true }] }] },
        }
      if (path === '/api/bookings')
        return { status: 200, body: { booking, code: '7K3F-9QPD', link: 'http://127.0.0.1/book#a' } }
      return { status: 200, body: { items: [], next: null } }
    },
  })
  render(
    <DesignFrame>
      <BookingPanel desk={desk} onClose={() => undefined} />
    </DesignFrame>,
  )
  await screen.findByRole('option', { name: '09:30' })
  await userEvent.setup({ delay: 20 }).dblClick(screen.getByRole('button', { name: '约上' }))
  await screen.findByText(/7K3F-9QPD/)
  expect(line.sent.filter(({ path }) => path === '/api/bookings')).toHaveLength(1)
})

it('[U33] a list of bookings that did not come is not told as an empty one', async () => {
  openFakeLine({ answer: () => ({ status: 503, body: {} }) })
  render(
    <DesignFrame>
      <BookingPanel desk={desk} onClose={() => undefined} />
    </DesignFrame>,
  )
  expect((await screen.findAllByText('连不上服务器，内容还在，请再试。')).length).toBeGreaterThan(0)
  expect(screen.queryByText('今天没有预约')).toBeNull()
})

it('[V92, Q39] the booking of an agent’s visit can be checked in and given back here, and is moved on the phone alone', async () => {
  const items = [{ ...booking, visitOf: 7, visitFrom: '石桥村' }]
  openFakeLine({
    answer: (path) => ({
      status: 200,
      body: path.startsWith('/api/bookings/free') ? { days: [] } : { items, next: null },
    }),
  })
  render(
    <DesignFrame>
      <BookingPanel desk={desk} onClose={() => undefined} />
    </DesignFrame>,
  )
  const row = within((await screen.findByText('代办 7 件')).closest('li') as HTMLElement)
  // Two visits of one half hour are told apart by it.
  expect(row.getByText('石桥村')).toBeTruthy()
  expect(row.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['签到', '取消预约'])
})
