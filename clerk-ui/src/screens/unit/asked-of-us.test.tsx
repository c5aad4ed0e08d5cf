// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { AskedOfUs } from './asked-of-us.tsx'

const asked = {
  id: '01890a5d-ac96-774b-bcce-b302099a8061',
  caseId: '01890a5d-ac96-774b-bcce-b302099a8057',
  caseNumber: '2026-00-0001-X',
  itemName: '林木采伐许可',
  askedBy: '林业站',
  content: '请出具农机意见',
  dueOn: '2026-06-18',
  openedAt: '2026-06-12T01:40:00.000Z',
  isPledge: false,
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  vi.useRealTimers()
})

it('[C805, U10] a first look that fails is said and made again by itself', async () => {
  vi.useFakeTimers()
  const answers = [{ status: 503, body: {} }]
  openFakeLine({ answer: () => answers.shift() ?? { status: 200, body: { items: [asked], next: null } } })
  render(<AskedOfUs news={0} />)
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByRole('alert').textContent).toBe('■ 请我们协办的没取到 再试')
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText('请出具农机意见')).toBeTruthy()
})

it('[C805] nothing asked takes no room', async () => {
  openFakeLine({ answer: () => ({ status: 200, body: { items: [], next: null } }) })
  const { container } = render(<AskedOfUs news={0} />)
  await act(async () => undefined)
  expect(container.textContent).toBe('')
})
