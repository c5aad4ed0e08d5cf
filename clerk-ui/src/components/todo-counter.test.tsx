// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { useSession } from '../state/session.ts'
import { aRow } from '../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../test/line-fixture.ts'
import { startWords } from '../text/words.ts'
import { TodoCounter } from './todo-counter.tsx'

const NONE = { green: 4, yellow: 0, red: 0, paused: 0, none: 0, done: 0 }
const UNIT = { role: 'handler', unit: 'LY' } as never

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[U34, C701] says the counts of the board, and says them anew when a case turns yellow', async () => {
  let counts = { ...NONE, yellow: 2, red: 1 }
  const line = openFakeLine({
    topics: { 'unit:LY': { cases: [], counts } },
    answer: (path) => ({
      status: path === '/api/cases?limit=1&open=yes&counts=yes' ? 200 : 404,
      body: { items: [aRow()], next: null, counts },
    }),
  })
  useSession.setState({ session: UNIT })
  render(<TodoCounter />)
  const link = await screen.findByRole('link', { name: '待办：临期 2 件，超期 1 件' })
  expect(link.textContent).toContain('待办 ▲2 ■1')
  expect(link.getAttribute('href')).toBe('/board')
  expect(link.closest('[role="status"]')).not.toBeNull()

  counts = { ...NONE, yellow: 3, red: 1 }
  await act(async () => line.tell('unit:LY', [{ kind: 'figures_changed', counts }]))
  expect(await screen.findByRole('link', { name: '待办：临期 3 件，超期 1 件' })).toBeTruthy()
})

it('[P11] whoever has no board has no counter and asks for nothing', async () => {
  const answer = vi.fn(() => ({ status: 200, body: { items: [], next: null, counts: NONE } }))
  openFakeLine({ answer })
  for (const role of ['admin', 'leader']) {
    useSession.setState({ session: { role } as never })
    const { container, unmount } = render(<TodoCounter />)
    expect(container.textContent).toBe('')
    unmount()
  }
  expect(answer).not.toHaveBeenCalled()
})
