// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSeenWarnings } from '../state/deputy.ts'
import { useSession } from '../state/session.ts'
import { aRow } from '../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../test/line-fixture.ts'
import { startWords } from '../text/words.ts'
import { DeputyNews } from './deputy-news.tsx'

const OTHER_ID = '019eb2a0-0000-7000-8000-00000000b009' as never
const warning = (more: Parameters<typeof aRow>[0], isAway = true) => ({
  of: '林业一岗',
  isAway,
  case: aRow({ light: 'yellow', ...more }),
})
const told = (urgent: readonly object[]) => [{ kind: 'figures_changed', state: { urgent } }]

beforeAll(startWords)
beforeEach(() => {
  useSeenWarnings.setState({ keys: new Set() })
  useSession.setState({ session: { role: 'handler' } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[C704] a mark of an absent colleague is said on any page until it was seen, and again when it turns red', async () => {
  const line = openFakeLine({ topics: { deputy: { urgent: [] } } })
  render(<DeputyNews />)
  const place = await screen.findByRole('status', { name: 'B岗提醒' })
  expect(place.textContent).toBe('')
  await act(async () => line.tell('deputy', told([warning({})])))
  expect(place.textContent).toContain('林业一岗请假，您代办：2026-00-0001-X 快到期')
  await userEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(place.textContent).toBe('')
  await act(async () => line.tell('deputy', told([warning({ light: 'red' })])))
  expect(place.textContent).toContain('已超期')
  await act(async () => line.tell('deputy', told([])))
  expect(place.textContent).toBe('')
})

it('[C704] several are counted, and a colleague who is there is named as such', async () => {
  const line = openFakeLine({ topics: { deputy: { urgent: [warning({}, false)] } } })
  render(<DeputyNews />)
  expect(await screen.findByText(/您是林业一岗的B岗：/)).toBeTruthy()
  await act(async () => line.tell('deputy', told([warning({}), warning({ id: OTHER_ID })])))
  expect(screen.getByText(/您是B岗，2 件快到期或已超期/)).toBeTruthy()
})

it('[P11] nobody but a clerk or a handler listens', () => {
  useSession.setState({ session: { role: 'supervisor' } as never })
  const line = openFakeLine({ topics: { deputy: { urgent: [warning({})] } } })
  render(<DeputyNews />)
  expect(screen.getByRole('status', { name: 'B岗提醒' }).textContent).toBe('')
  expect(line.sent).toEqual([])
})
