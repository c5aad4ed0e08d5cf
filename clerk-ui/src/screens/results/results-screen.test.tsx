// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSession } from '../../state/session.ts'
import { aDetail, aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { ResultsScreen } from './results-screen.tsx'

const waiting = {
  case: aRow({ status: 'decided', light: 'done' }),
  decidedAt: '2026-06-15T02:00:00.000Z',
  shelf: 'A 柜 3 格',
  phone: '199****0001',
  isGivenBack: false,
  calls: [{ at: '2026-06-15T03:00:00.000Z', by: '1号窗口值班员', way: 'phone', isReached: false }],
}

beforeAll(startWords)
beforeEach(() => {
  history.replaceState(null, '', '/results')
  useSession.setState({ phase: 'in', session: { role: 'clerk', unit: null, window: null } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

function shown(items: readonly unknown[]) {
  const line = openFakeLine({
    answer: (path) =>
      path.startsWith('/api/results')
        ? {
            status: 200,
            body: { items, next: null, counts: { to_call: items.length, told: 2, unreached: 1 } },
          }
        : { status: 200, body: { case: aDetail(), receipt: null } },
  })
  render(<ResultsScreen />)
  return line
}

it('[C431] says whom to call, where the paper lies and what was tried', async () => {
  const line = shown([waiting])
  const item = within(await screen.findByTestId('result'))
  expect(item.getByText('存放 A 柜 3 格')).toBeTruthy()
  expect(item.getByText('199****0001')).toBeTruthy()
  expect(item.getByText('6月15日（周一）11:00 电话 没联系上（1号窗口值班员）')).toBeTruthy()
  expect(screen.getByRole('button', { name: '已告知，等来取 2' })).toBeTruthy()
  await userEvent.click(item.getByRole('button', { name: /^打通了/ }))
  await expect
    .poll(() => line.sent.filter(({ path }) => path.endsWith('/tell-result')).map(({ body }) => body))
    .toMatchObject([{ way: 'phone', isReached: true, expectedVersion: 3 }])
})

it('[V22] says that the point reached nobody and gave the result back', async () => {
  shown([{ ...waiting, isGivenBack: true }])
  expect(await screen.findByText('▲ 未能联系，村里已退回')).toBeTruthy()
})

it('[C431] without a phone nobody is asked to call', async () => {
  shown([{ ...waiting, phone: null, calls: [] }])
  expect(await screen.findByText('没留电话，请托村里转告')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^打通了/ })).toBeNull()
  expect(screen.getByRole('button', { name: /^已托村里转告/ })).toBeTruthy()
})

it('[C431] the shelf is noted from the list, and an empty place is not sent', async () => {
  const line = shown([waiting])
  const input = await screen.findByLabelText('存放处')
  await userEvent.type(input, ' {Enter}')
  await userEvent.clear(input)
  await userEvent.type(input, 'B 2{Enter}')
  await expect
    .poll(() => line.sent.filter(({ path }) => path.endsWith('/shelve')).map(({ body }) => body['place']))
    .toEqual(['B 2'])
})

it('[U34] each list stands in the address; an empty one says so', async () => {
  const line = shown([])
  expect(await screen.findByText('没有要打电话的')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '三次没联系上 1' }))
  expect(location.search).toBe('?news=unreached')
  expect(await screen.findByText('没有联系不上的')).toBeTruthy()
  expect(line.sent.some(({ path }) => path === '/api/results?news=unreached&limit=50')).toBe(true)
})

it('[U43, 4.1.3] what was noted is said, and a row that leaves the list takes no focus with it', async () => {
  let items: readonly unknown[] = [waiting]
  openFakeLine({
    answer: (path) => {
      if (path.startsWith('/api/results'))
        return {
          status: 200,
          body: { items, next: null, counts: { to_call: items.length, told: 0, unreached: 0 } },
        }
      items = []
      return { status: 200, body: { case: aDetail(), receipt: null } }
    },
  })
  render(
    <main tabIndex={-1}>
      <ResultsScreen />
    </main>,
  )
  const button = await screen.findByRole('button', { name: /^打通了/ })
  button.focus()
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('✓ 2026-00-0001-X 已记：电话 告知到了')).toBeTruthy()
  expect(await screen.findByText('没有要打电话的')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('main'))
})
