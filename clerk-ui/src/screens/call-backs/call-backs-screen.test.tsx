// @vitest-environment happy-dom
import type { CallBackList } from '@counter/shared/contract/call-backs'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { CallBacksScreen } from './call-backs-screen.tsx'

const LINE = {
  case: '0190aaaa-0000-7000-8000-0000000000cc',
  number: '2026-05-0001-7',
  itemName: '医保登记',
  applicant: '示*甲',
  phone: '199****0001',
  village: '05',
  villageName: '石桥村',
  month: '2026-06',
  why: 'drawn',
  deliveredAt: '2026-06-12T01:40:00.000Z',
  settledAt: null,
  tries: [
    { at: '2026-07-01T02:00:00.000Z', by: '督查员', isReached: false, satisfaction: null, remark: '没人接' },
  ],
}
const LIST = {
  mayCall: true,
  clerk: null,
  clerks: [{ id: '0190aaaa-0000-7000-8000-0000000000dd', name: '综合窗口甲' }],
  draws: [{ village: '05', month: '2026-06', seed: 'ab12', deliveries: 14, drawn: 2 }],
  items: [LINE],
} as unknown as CallBackList

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

function open(role: string, list: CallBackList) {
  const settled = { ...LINE, settledAt: '2026-07-02T02:00:00.000Z' }
  const line = openFakeLine({
    answer: (path) => ({
      status: 200,
      body: path === '/api/call-backs' ? list : { ...list, items: [settled] },
    }),
  })
  useSession.setState({ phase: 'in', session: { role } as never })
  render(
    <main tabIndex={-1}>
      <CallBacksScreen />
    </main>,
  )
  return line
}

it('[V20] shows whom to call, the calls so far and the draw, and records what was said', async () => {
  const line = open('supervisor', LIST)
  const card = within(await screen.findByTestId('call-back'))
  expect(card.getByText('7月1日（周三）10:00 · 督查员 · 没打通 · 没人接')).toBeTruthy()
  expect(screen.getByText('2/14')).toBeTruthy()
  await userEvent.click(card.getByRole('radio', { name: '不满意' }))
  await userEvent.type(card.getByRole('textbox'), '等了很久')
  await userEvent.click(card.getByRole('button', { name: '打通了' }))
  expect(line.sent.slice(-1)[0]).toMatchObject({
    path: `/api/call-backs/${LINE.case}/tries`,
    body: { isReached: true, satisfaction: 'dissatisfied', remark: '等了很久' },
  })
  expect(await screen.findByText('✓ 已回访')).toBeTruthy()
  expect(screen.getByText('没有要打的电话')).toBeTruthy()
})

it('[V20] says so to a clerk who is not named', async () => {
  open('clerk', { ...LIST, mayCall: false, clerks: [], draws: [], items: [] })
  expect(await screen.findByText('督查没有指定您做回访')).toBeTruthy()
  expect(screen.queryByTestId('call-back')).toBeNull()
})

it('[U43] a call that settles the matter takes no focus with its form', async () => {
  open('supervisor', LIST)
  const card = within(await screen.findByTestId('call-back'))
  await userEvent.click(card.getByRole('radio', { name: '满意' }))
  card.getByRole('button', { name: '打通了' }).focus()
  await userEvent.keyboard('{Enter}')
  await screen.findByText('✓ 已回访')
  expect(document.activeElement).toBe(screen.getByRole('main'))
})
