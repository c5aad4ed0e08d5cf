// @vitest-environment happy-dom
import type { LogBookRow } from '@counter/shared/contract/log-book'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { LogBookScreen } from './log-book-screen.tsx'

const consultation = (serial: number): LogBookRow => ({
  serial,
  year: 2026,
  village: '05' as LogBookRow['village'],
  agent: '石桥村代办员',
  case: null,
  consultation: {
    at: '2026-06-12T02:32:00.000Z' as never,
    person: '张*',
    itemName: null,
    question: '低保怎么申请',
    answer: '带身份证和户口簿来',
    isReferred: false,
  },
})

beforeAll(startWords)
beforeEach(() => {
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

/** A month of three pages with one line each; the last is there when `isWhole`. What lies on the paper at each printing. */
function threePages({ isWhole }: { readonly isWhole: boolean }): string[][] {
  const printed: string[][] = []
  vi.stubGlobal('print', () =>
    printed.push(screen.getAllByTestId('log-book.line').map((line) => line.firstChild?.textContent ?? '')),
  )
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.startsWith('/api/points')) return Response.json({ points: [] })
    const page = Number(new URL(path, location.origin).searchParams.get('cursor') ?? 0)
    if (page === 2 && !isWhole) return Response.json({ code: 'fault' }, { status: 500 })
    return Response.json({ items: [consultation(3 - page)], next: page === 2 ? null : String(page + 1) })
  })
  return printed
}

test('[V19] the month is printed when all of it stands on the page, however far it was read before', async () => {
  const printed = threePages({ isWhole: true })
  render(<LogBookScreen />)
  expect(await screen.findAllByTestId('log-book.line')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: /^打 ?印$/ }))
  await vi.waitFor(() => expect(printed).toEqual([['05-3', '05-2', '05-1']]))
})

test('[V19] a month of which a part does not come is not printed, and the page says so', async () => {
  const printed = threePages({ isWhole: false })
  render(<LogBookScreen />)
  expect(await screen.findAllByTestId('log-book.line')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: /^打 ?印$/ }))
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(printed).toEqual([])
})

test('[V19] the printed month is signed by the agent and by the village supervision committee', async () => {
  threePages({ isWhole: true })
  render(<LogBookScreen />)
  expect(screen.getByText('代办员（签字）：')).toBeTruthy()
  expect(screen.getByText('村务监督委员会（签字）：')).toBeTruthy()
})
