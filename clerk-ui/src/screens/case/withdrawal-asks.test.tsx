// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { aRow } from '../../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { WithdrawalAsks } from './withdrawal-asks.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[V73] says whose case is to be withdrawn, which point says so and since when', async () => {
  const row = { ...aRow(), village: '05', villageName: '石桥村' }
  const items = [{ case: row, askedAt: '2026-06-12T01:40:00.000Z' }]
  openFakeLine({ answer: () => ({ status: 200, body: { items, next: null } }) })
  render(<WithdrawalAsks news={0} />)
  expect(await screen.findByRole('heading', { name: '▲ 群众申请撤件（1）' })).toBeTruthy()
  expect(screen.getByText('石桥村代办点 6月12日（周五）9:40 提出')).toBeTruthy()
  const link = screen.getByRole('link', { name: /2026-00-0001-X/ })
  expect(link.getAttribute('href')).toBe(`/cases/${row.id}`)
})

it('[V73] without any takes no room', async () => {
  openFakeLine({ answer: () => ({ status: 200, body: { items: [], next: null } }) })
  const { container } = render(<WithdrawalAsks news={0} />)
  await Promise.resolve()
  expect(container.textContent).toBe('')
})
