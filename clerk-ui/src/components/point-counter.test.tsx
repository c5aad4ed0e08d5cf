// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { openPoints } from '../screens/points/points.fixture.ts'
import { useSession } from '../state/session.ts'
import { hangUp } from '../test/line-fixture.ts'
import { startWords } from '../text/words.ts'
import { PointCounter } from './point-counter.tsx'

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

it('[V89] a silent point stands on every page, as a link with words of its own, and goes when it is back', async () => {
  const line = openPoints()
  render(<PointCounter />)
  const link = await screen.findByRole('link', { name: '代办点：要留意 0 个，要马上处理 1 个' })
  expect(link.getAttribute('href')).toBe('/supervise/points')
  act(() => line.tell('points', [{ kind: 'figures_changed', state: { points: [] } }]))
  expect(screen.queryByRole('link')).toBeNull()
})
