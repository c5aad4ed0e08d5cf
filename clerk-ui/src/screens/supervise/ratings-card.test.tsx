// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { FOLLOW_UP, RATINGS } from '../../test/rating-fixture.ts'
import { card } from '../../test/supervise-fixture.ts'
import { startWords } from '../../text/words.ts'
import { RatingsCard } from './ratings-card.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

async function show(board: object) {
  openFakeLine({ answer: () => ({ status: 200, body: board }) })
  render(<RatingsCard minute="09:40" isHeld={false} />)
  await screen.findByTestId('l1.card.ratings')
}

it('[U37, C1004] the share of those who rated, the five levels with their numbers, and the 差评 with the timer that runs', async () => {
  await show(RATINGS)
  expect(card('ratings').getByText('近 30 天评价率 38%（19/50）')).toBeTruthy()
  const rows = card('ratings').getAllByRole('row')
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '非常满意12',
    '满意6',
    '基本满意0',
    '不满意1',
    '非常不满意0',
  ])
  expect(card('ratings').getByRole('img', { name: '满意度' })).toBeTruthy()
  const line = card('ratings').getByText('综 012').closest('li')
  expect(line?.textContent).toContain('联系最迟')
  expect(line?.querySelector('[data-light]')?.getAttribute('data-light')).toBe('yellow')
  expect(line?.textContent).toContain('临期 · 今天到期')
})

it('[U37] few make no share and no bar, and without a number the putting right is the timer', async () => {
  const unnamed = { ...FOLLOW_UP, isNamed: false, phone: null, contact: null }
  const few = { services: { n: 3, rated: 1 }, levels: [{ level: 4, n: 1 }], open: [unnamed] }
  await show({ ...RATINGS, ...few })
  expect(card('ratings').getByText('近 30 天评价率 样本少 1/3')).toBeTruthy()
  expect(card('ratings').queryByRole('img')).toBeNull()
  expect(card('ratings').getByText('综 012').closest('li')?.textContent).toContain(
    '整改最迟 还剩 15 个工作日',
  )
})
