// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { ReturnTasks } from './return-tasks.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[C205, C442] says whose promised paper did not come, since when, and whether the return is asked for', async () => {
  const task = { case: aRow(), why: 'promise', dueOn: '2026-06-15', materials: ['收入证明'], isAsked: true }
  openFakeLine({ answer: () => ({ status: 200, body: { items: [task], next: null } }) })
  render(<ReturnTasks news={0} />)
  expect(await screen.findByRole('heading', { name: '▲ 材料过期没补（1）' })).toBeTruthy()
  expect(screen.getByText('承诺 6月15日（周一） 前补：收入证明 · 已报退件，等主管签')).toBeTruthy()
  const link = screen.getByRole('link', { name: /2026-00-0001-X/ })
  expect(link.getAttribute('href')).toBe(`/cases/${aRow().id}`)
})

it('[C442] without any takes no room', async () => {
  openFakeLine({ answer: () => ({ status: 200, body: { items: [], next: null } }) })
  const { container } = render(<ReturnTasks news={0} />)
  await Promise.resolve()
  expect(container.textContent).toBe('')
})
