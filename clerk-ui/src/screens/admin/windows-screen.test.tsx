// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { WindowsScreen } from './windows-screen.tsx'

const PLAN = {
  windows: [
    {
      window: 1,
      name: '1号窗口',
      retiredAt: null,
      state: 'open',
      clerk: '1号窗口值班员',
      openedAt: '2026-06-12T00:30:00.000Z',
      takenOver: null,
      current: '综 003',
      bound: 2,
      services: [{ topic: 'relief', rank: 'main' }],
    },
  ],
  topics: [{ topic: 'relief', unitName: '民政办', prefix: '综', lineName: '综合业务', waiting: 4 }],
  sessions: [['08:30', '12:00']],
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[Q21] the last window of a matter is taken away only when that is confirmed, told how many wait', async () => {
  const answers = [
    { status: 409, body: { code: 'topic.last_window', params: { topic: 'relief', n: 4 } } },
    { status: 200, body: {} },
  ]
  const line = openFakeLine({
    topics: { windows: PLAN },
    answer: (path) =>
      path.endsWith('/services')
        ? (answers.shift() ?? { status: 500, body: {} })
        : { status: 200, body: { items: [], next: null } },
  })
  render(
    <DesignFrame>
      <WindowsScreen />
    </DesignFrame>,
  )
  const row = within(await screen.findByRole('row', { name: /1号窗口值班员（08:30 起）/ }))
  expect(row.getByText('综 003 · 1 个号等这个窗口')).toBeTruthy()
  await userEvent.click(row.getByRole('button', { name: '修改 1号窗口' }))
  await userEvent.click(screen.getByRole('radio', { name: '不办' }))
  expect(screen.getByText('办什么从下一次叫号起生效')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('原因'), '调人')
  await userEvent.keyboard('{Control>}s{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('还有 4 人在等')
  await userEvent.click(screen.getByRole('button', { name: /仍要保存/ }))
  expect(await screen.findByText('✓ 已保存')).toBeTruthy()
  const sent = line.sent.filter(({ path }) => path.endsWith('/services')).map(({ body }) => body)
  expect(sent).toMatchObject([
    { services: [], reason: '调人', isConfirmed: false },
    { services: [], reason: '调人', isConfirmed: true },
  ])
})
