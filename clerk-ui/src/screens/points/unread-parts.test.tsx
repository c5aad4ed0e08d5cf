// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { PointsScreen } from './points-screen.tsx'

const PARTS = [
  ['要镇中心处理', '/api/village-attention'],
  ['按纸质材料补录', '/api/points/paper-work'],
  ['近亲属件', '/api/points/relatives'],
  ['近亲属备案', '/api/points/relatives?filed=yes'],
  ['时间待核', '/api/points/unsure-times'],
] as const

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
  useSession.setState({ session: null })
})

test.each(PARTS)(
  '[V88] 「%s」 that cannot be read says so, and is read again on a press',
  async (title, path) => {
    let isBroken = true
    openFakeLine({
      answer: (asked) => {
        if (asked === '/api/points')
          return { status: 200, body: { at: '2026-06-17T09:31:00.000Z', points: [] } }
        if (asked !== path || isBroken) return { status: 500, body: { code: 'fault', params: {} } }
        return { status: 200, body: { items: [], phones: [], findings: [] } }
      },
    })
    useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
    render(<PointsScreen />)
    const heading = await screen.findByRole('heading', { name: title, level: 2 })
    const part = within(heading.closest('section') ?? document.body)
    expect(part.getByRole('alert').textContent).toContain('连不上服务器')
    isBroken = false
    await userEvent.click(part.getByRole('button', { name: /再\s?试/ }))
    const whole = await screen.findByRole('heading', { name: title, level: 2 })
    expect(within(whole.closest('section') ?? document.body).queryByRole('alert')).toBeNull()
  },
)
