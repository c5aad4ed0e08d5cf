// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSeenWarnings } from '../state/deputy.ts'
import { useSession } from '../state/session.ts'
import { aRow } from '../test/case-fixture.ts'
import { hangUp, openFakeLine } from '../test/line-fixture.ts'
import { startWords } from '../text/words.ts'
import { UnitNews } from './unit-news.tsx'

const COUNTS = { green: 1, yellow: 1, red: 0, paused: 0, none: 0, done: 0 }
const OTHER_ID = '019eb2a0-0000-7000-8000-00000000b009' as never
// Far from now in both directions, so that the light drawn at this minute is the one meant.
const PAST = '2020-01-01T00:00:00.000Z' as never
const FUTURE = '2090-01-01T00:00:00.000Z' as never
const green = aRow({ light: 'green', yellowAt: FUTURE, dueAt: FUTURE })
const yellow = (more: object = {}) =>
  aRow({ light: 'yellow', yellowAt: PAST, dueAt: FUTURE, version: 9, ...more })
const red = aRow({ light: 'red', yellowAt: PAST, dueAt: PAST, version: 10 })
const changed = (row: object) => [{ kind: 'case_changed', case: row }]

beforeAll(startWords)
beforeEach(() => {
  useSeenWarnings.setState({ keys: new Set() })
  useSession.setState({ session: { role: 'handler', unit: 'LY' } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[C704] what turns yellow in the own unit is said on any page until it was seen, and again as red; what stood so is not', async () => {
  const old = yellow({ id: OTHER_ID, number: '2026-00-0009-X' })
  const line = openFakeLine({
    topics: { 'unit:LY': { cases: [green, old], counts: COUNTS }, deputy: { urgent: [] } },
  })
  render(<UnitNews />)
  const place = await screen.findByRole('status', { name: '本部门到期提醒' })
  expect(place.textContent).toBe('')
  await act(async () => line.tell('unit:LY', changed(yellow())))
  expect(place.textContent).toContain('2026-00-0001-X 快到期')
  expect(place.textContent).not.toContain('2026-00-0009-X')
  await userEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect(place.textContent).toBe('')
  await act(async () => line.tell('unit:LY', changed(red)))
  expect(place.textContent).toContain('2026-00-0001-X 已超期')
})

it('[C704] what is told to the deputy is not told twice, and nobody but a handler hears of a unit', async () => {
  const urgent = [{ of: '林业一岗', isAway: true, case: yellow() }]
  const topics = { 'unit:LY': { cases: [green], counts: COUNTS }, deputy: { urgent } }
  const line = openFakeLine({ topics })
  render(<UnitNews />)
  const place = await screen.findByRole('status', { name: '本部门到期提醒' })
  await act(async () => line.tell('unit:LY', changed(yellow())))
  expect(place.textContent).toBe('')
  await act(async () => useSession.setState({ session: { role: 'clerk', unit: 'LY' } as never }))
  await act(async () => line.tell('unit:LY', changed(red)))
  expect(place.textContent).toBe('')
})
