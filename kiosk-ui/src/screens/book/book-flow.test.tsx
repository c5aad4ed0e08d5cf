// @vitest-environment happy-dom
import type { BookingTaken, BookingTopics, FreeBands } from '@counter/shared/contract/public/booking'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { bookCatalogue } from '../../text/book-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
import { BookScreen } from './book-screen.tsx'

const topics: BookingTopics = {
  times: { early: 45, late: 5 },
  centre: { name: '示例镇为民服务代理中心', address: '示例镇政务路1号', consultPhone: '0000-0000000' },
  topics: [
    { topic: 'relief', unitName: '民政办' },
    { topic: 'unsure', unitName: '综合窗口' },
  ],
}
const free: FreeBands = {
  days: [
    {
      date: '2026-06-15',
      bands: [
        { band: '09:00', isFree: false },
        { band: '09:30', isFree: true },
      ],
    },
  ],
}
const taken: BookingTaken = {
  booking: { date: '2026-06-15', band: '09:30', topic: 'relief', status: 'booked', phone: '138****1234' },
  token: 'a'.repeat(22),
  code: '7K3F-9QPD',
  link: `http://127.0.0.1/book#${'a'.repeat(22)}`,
}

/** The network: what each address answers, and what was sent there. */
let sent: { readonly path: string; readonly body: Record<string, unknown> }[] = []
/** Until it resolves a booking has no answer. */
let answered: Promise<void>
let answers: Record<string, { status: number; body: unknown }> = {}

beforeAll(() => startText(bookCatalogue, phoneRefusals))
beforeEach(() => {
  history.replaceState(null, '', '/book')
  sent = []
  answered = Promise.resolve()
  answers = {
    '/api/bookings/topics': { status: 200, body: topics },
    '/api/bookings/free': { status: 200, body: free },
    '/api/bookings/take': { status: 200, body: taken },
  }
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = url.split('?')[0] ?? ''
    if (init.body !== undefined) sent.push({ path, body: JSON.parse(String(init.body)) })
    if (path.endsWith('/take')) await answered
    const answer = answers[path] ?? { status: 404, body: { code: 'request.not_found' } }
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function toConfirm(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: '低保 · 救助 · 优待' }))
  await userEvent.click(await screen.findByRole('button', { name: '6月15日（周一）' }))
  expect(screen.getByText('9:00 已约满')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '9:30' }))
}

test('[Q36, Q38] four questions lead to a code, and a wrong phone number is said before anything is sent', async () => {
  render(<BookScreen />)
  await toConfirm()
  await userEvent.type(screen.getByLabelText('手机号'), '12345')
  await userEvent.click(screen.getByRole('button', { name: '确认预约' }))
  expect((await screen.findByRole('alert')).textContent).toBe('手机号不对，请再看一遍')
  expect(sent).toEqual([])
  await userEvent.clear(screen.getByLabelText('手机号'))
  await userEvent.type(screen.getByLabelText('手机号'), '138 0000 1234')
  await userEvent.click(screen.getByRole('button', { name: '确认预约' }))
  expect(await screen.findByText('7K3F-9QPD')).toBeTruthy()
  expect(screen.getByText('可提前 45 分钟，最晚迟到 5 分钟')).toBeTruthy()
  expect(sent).toMatchObject([
    {
      path: '/api/bookings/take',
      body: { topic: 'relief', date: '2026-06-15', band: '09:30', phone: '13800001234' },
    },
  ])
  // A reload finds the booking by its secret.
  expect(location.hash).toBe(`#${'a'.repeat(22)}`)
})

test('[Q38, QT20] whoever comes too late for the last place is back at the bands, told why', async () => {
  answers['/api/bookings/take'] = {
    status: 409,
    body: { code: 'booking.slot_full', params: { free: '10:00' }, message: '' },
  }
  render(<BookScreen />)
  await toConfirm()
  await userEvent.type(screen.getByLabelText('手机号'), '13800001234')
  await userEvent.click(screen.getByRole('button', { name: '确认预约' }))
  expect(await screen.findByText('这个时段约满了，可约 10:00')).toBeTruthy()
  expect(await screen.findByRole('button', { name: '6月15日（周一）' })).toBeTruthy()
})

test('[U14] while a booking is on its way no second one can be begun', async () => {
  let speak = () => {}
  answered = new Promise((resolve) => {
    speak = resolve
  })
  render(<BookScreen />)
  await toConfirm()
  expect(screen.getByRole('button', { name: '改时间' })).toBeTruthy()
  await userEvent.type(screen.getByLabelText('手机号'), '13800001234')
  await userEvent.click(screen.getByRole('button', { name: '确认预约' }))
  expect(screen.queryByRole('button', { name: '改时间' })).toBeNull()
  expect(screen.queryByRole('button', { name: '换一件事' })).toBeNull()
  speak()
  expect(await screen.findByText('7K3F-9QPD')).toBeTruthy()
})

test('[Q38] full days are said, and a link of a guide needs no first question', async () => {
  history.replaceState(null, '', '/book?topic=relief')
  answers['/api/bookings/free'] = {
    status: 200,
    body: { days: [{ date: '2026-06-15', bands: [{ band: '09:00', isFree: false }] }] },
  }
  render(<BookScreen />)
  expect(await screen.findByText('近几天都约满了，请打电话问')).toBeTruthy()
})

test('[Q39] the holder of the link sees the booking and gives it back, asked once more', async () => {
  history.replaceState(null, '', `/book#${'a'.repeat(22)}`)
  answers['/api/bookings/own'] = { status: 200, body: taken.booking }
  answers['/api/bookings/own/cancel'] = { status: 200, body: { ...taken.booking, status: 'cancelled' } }
  render(<BookScreen />)
  await userEvent.click(await screen.findByRole('button', { name: '取消预约' }))
  expect(screen.getByRole('alert').textContent).toBe('不来了？这个位子会让给别人。')
  await userEvent.click(screen.getByRole('button', { name: '取消这个预约' }))
  expect(await screen.findByText('已取消')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '改时间' })).toBeNull()
})
