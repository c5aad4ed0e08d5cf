// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phoneRefusals } from '../../text/phone-refusals.ts'
import { rateCatalogue } from '../../text/rate-catalogue.ts'
import { startText } from '../../text/text.ts'
import { RateScreen } from './rate-screen.tsx'

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAA'
const sent: { path: string; body: Record<string, unknown> }[] = []
let answers: Record<string, { status: number; body: object }> = {}

beforeEach(async () => {
  sent.length = 0
  answers = {
    '/api/ratings/offer': { status: 200, body: { number: '综 012' } },
    '/api/ratings': { status: 200, body: { rectifyDays: null } },
  }
  location.hash = `#${TOKEN}`
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    sent.push({ path, body: JSON.parse(body) })
    const answer = answers[path] ?? { status: 404, body: {} }
    return new Response(JSON.stringify(answer.body), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    })
  })
  await startText(rateCatalogue, phoneRefusals)
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('[U28] offers five levels from the best on and 「本次不评价」, none of them chosen; one tap on 满意 is all', async () => {
  render(<RateScreen />)
  await screen.findByText('号码 综 012')
  const buttons = [...document.querySelectorAll('.levels button')]
  expect(buttons.map((button) => button.textContent?.replace(/★+ /, ''))).toEqual([
    '非常满意',
    '满意',
    '基本满意',
    '不满意',
    '非常不满意',
    '本次不评价',
  ])
  expect(buttons.some((button) => button.hasAttribute('aria-pressed'))).toBe(false)
  await userEvent.click(screen.getByTestId('rate.2'))
  await screen.findByText('收到了，谢谢您')
  expect(sent[sent.length - 1]).toMatchObject({
    path: '/api/ratings',
    body: { token: TOKEN, level: 2, reasons: [], text: '', phone: '' },
  })
})

it('[C1004] a low level asks why, all of it may stay empty, and says what follows', async () => {
  answers['/api/ratings'] = { status: 200, body: { rectifyDays: 15 } }
  render(<RateScreen />)
  await userEvent.click(await screen.findByTestId('rate.4'))
  expect(sent.filter(({ path }) => path === '/api/ratings')).toHaveLength(0)
  await userEvent.click(screen.getByText('等得太久'))
  expect(screen.getByText('✓ 等得太久').getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(screen.getByText('提交'))
  await screen.findByText(/15 个工作日内核实、整改/)
  expect(sent[sent.length - 1]?.body).toMatchObject({
    level: 4,
    reasons: ['waited_long'],
    text: '',
    phone: '',
  })
})

it('[U28] 「本次不评价」 sends nothing', async () => {
  render(<RateScreen />)
  await userEvent.click(await screen.findByTestId('rate.skip'))
  expect(screen.getByText('好的，这次不评价')).toBeTruthy()
  expect(sent.map(({ path }) => path)).toEqual(['/api/ratings/offer'])
})

it('[C1002] a service that was rated before says so', async () => {
  answers['/api/ratings/offer'] = {
    status: 409,
    body: { code: 'rating.already_given', message: '', messageEn: '', params: {}, fields: [] },
  }
  render(<RateScreen />)
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('这次服务已经评过了'))
})
