// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { RulesScreen } from './rules-screen.tsx'

const CHANGE = { from: 3, to: 5, at: '2026-06-12T01:40:00.000Z', by: '系统管理员', reason: '太挤' }

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

it('[C1502] a rule shows its default, who changed it and why; out of range is said and not sent', async () => {
  const line = openFakeLine({
    answer: (path) =>
      path === '/api/settings'
        ? {
            status: 200,
            body: {
              items: [
                { key: 'kiosk.minGap', value: 5, since: CHANGE.at, history: [CHANGE] },
                { key: 'call.max', value: 5, since: null, history: [] },
              ],
              next: null,
            },
          }
        : { status: 200, body: { key: 'kiosk.minGap', value: 10, since: CHANGE.at, history: [CHANGE] } },
  })
  // The page follows no topic, and a silent line would lock it after 15 s (U10).
  hangUp()
  render(
    <DesignFrame>
      <RulesScreen />
    </DesignFrame>,
  )
  const field = await screen.findByLabelText('取号机两个号之间隔')
  expect(screen.getByText('默认 3 秒')).toBeTruthy()
  expect(screen.getByText(/系统管理员 从 3 秒 改为 5 秒：太挤/)).toBeTruthy()
  expect(screen.getByText('一直用默认值')).toBeTruthy()
  await userEvent.clear(field)
  await userEvent.type(field, '99')
  expect(screen.getByText('■ 请填 0 到 60')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('原因'), '人少')
  await userEvent.keyboard('{Control>}s{/Control}')
  expect(line.sent.some(({ path }) => path === '/api/settings/kiosk.minGap')).toBe(false)
  await userEvent.clear(field)
  await userEvent.type(field, '10')
  await userEvent.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('✓ 已保存')).toBeTruthy()
  expect(line.sent.find(({ path }) => path === '/api/settings/kiosk.minGap')?.body).toMatchObject({
    value: 10,
    reason: '人少',
  })
})
