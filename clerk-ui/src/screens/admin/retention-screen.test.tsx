// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { RetentionScreen } from './retention-screen.tsx'

const LINES = [
  { kind: 'drafts', before: '2026-05-13T01:40:00.000Z', count: 4 },
  { kind: 'cases', before: '2016-06-12T01:40:00.000Z', count: 2 },
]
const RUN = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  state: 'entered',
  lines: LINES,
  enteredBy: '系统管理员',
  enteredAt: '2026-06-12T01:40:00.000Z',
  settledBy: null,
  settledAt: null,
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

function shown(role: 'admin' | 'supervisor', runs: readonly object[]) {
  const line = openFakeLine({ answer: () => ({ status: 200, body: { lines: LINES, runs } }) })
  hangUp()
  useSession.setState({ session: { role } as never })
  render(
    <DesignFrame>
      <RetentionScreen />
    </DesignFrame>,
  )
  return line
}

it('[C1501] the administrator sees counts and asks, and cannot let it run', async () => {
  const line = shown('admin', [])
  expect((await screen.findByRole('row', { name: /办件/ }, { timeout: 5000 })).textContent).toBe(
    '办件2016年6月12日2',
  )
  await userEvent.click(screen.getByRole('button', { name: '提出清理' }))
  expect(line.sent.map(({ path }) => path)).toContain('/api/retention')
  expect(screen.queryByRole('button', { name: /批准/ })).toBeNull()
})

it('[C1501] the supervisor lets exactly that run which was asked for', async () => {
  const line = shown('supervisor', [RUN])
  const run = await screen.findByRole('button', { name: '批准并清理 2 件' }, { timeout: 5000 })
  expect(screen.queryByRole('button', { name: '提出清理' })).toBeNull()
  await userEvent.click(run)
  expect(line.sent.map(({ path }) => path)).not.toContain(`/api/retention/${RUN.id}/run`)
  // The first press only says that nothing brings it back; the keys stand on what changes nothing.
  expect(document.activeElement?.textContent).toBe('先不清理')
  await userEvent.click(screen.getByRole('button', { name: '确定清理 2 件' }))
  expect(line.sent.map(({ path }) => path)).toContain(`/api/retention/${RUN.id}/run`)
})
