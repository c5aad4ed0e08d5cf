// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aClock, aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { SignScreen } from './sign-screen.tsx'

const request = {
  case: aRow({ applicant: '', handler: null }),
  kind: 'extend',
  reason: '需专家现场核实',
  days: 3,
  requestedAt: '2026-06-15T02:00:00.000Z',
  clock: aClock(),
  dueOnIfSigned: '2026-06-25',
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

function shown(items: readonly unknown[]) {
  const line = openFakeLine({
    answer: (path) =>
      path === '/api/approvals'
        ? { status: 200, body: { items, next: null } }
        : { status: 200, body: { case: aDetail(), receipt: null } },
  })
  render(<SignScreen />)
  return line
}

it('[C424] an extension is signed with both dates and the counted days before one’s eyes', async () => {
  const line = shown([request])
  expect(await screen.findByRole('heading', { name: '申请延期 3 个工作日 · 低保申请' })).toBeTruthy()
  expect(screen.getByText(/现在最迟 6月22日/)).toBeTruthy()
  expect(screen.getByText(/批准后最迟 6月25日/)).toBeTruthy()
  expect(screen.getByText('6月19日（周五，端午节放假）不计')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /^批准/ }))
  await userEvent.click(screen.getByRole('button', { name: '看一遍再定' }))
  await userEvent.click(screen.getByRole('button', { name: '批准，定了' }))
  await expect
    .poll(() => line.sent.filter(({ path }) => path.endsWith('/approve')).map(({ body }) => body))
    .toMatchObject([{ isApproved: true, expectedVersion: 3 }])
})

it('[C513] an extension is asked in the days in which the promise counts', async () => {
  shown([{ ...request, days: 30, clock: { ...aClock(), limit: { value: 30, unit: 'day' } } }])
  expect(await screen.findByRole('heading', { name: '申请延期 30 个自然日 · 低保申请' })).toBeTruthy()
})

it('[C403] without requests the page says so', async () => {
  shown([])
  expect(await screen.findByText('现在没有等您签字的')).toBeTruthy()
})

it('[U11] a failed reading is said and can be tried again', async () => {
  openFakeLine({ answer: () => ({ status: 500, body: { code: 'fault' } }) })
  render(<SignScreen />)
  expect((await screen.findByRole('alert')).textContent).toContain('没取到数据')
})
