// @vitest-environment happy-dom

import type { TrackTicket } from '@counter/shared/contract/public/track'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { phoneCatalogue } from '../../text/phone-catalogue.ts'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { startText } from '../../text/text.ts'
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

test('[P-1] asks before it gives up a number', async () => {
  render(<TicketPage ticket={ticket} token="AAAAAAAAAAAAAAAAAAAAAA" />)
  await userEvent.click(screen.getByRole('button', { name: '不排了' }))
  expect(screen.getByRole('alert').textContent).toBe('不排了？这个号会取消。')
  await userEvent.click(screen.getByRole('button', { name: '继续排队' }))
  expect(screen.queryByRole('alert')).toBeNull()
})
