// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { PeopleScreen } from './people-screen.tsx'

const ACCOUNT = {
  staffId: '01890a5d-ac96-774b-bcce-b302099a8057',
  signInName: 'clerk1',
  displayName: '1号窗口值班员',
  role: 'clerk',
  unit: null,
  unitName: null,
  village: null,
  villageName: null,
  posts: [],
  windows: null,
  stoppedAt: null,
  hasPassword: true,
  codeUntil: null,
  sessions: 1,
  window: 1,
  deputy: null,
  awayFrom: null,
  awayUntil: null,
  openCases: 0,
  version: 4,
}
const PLACES = {
  units: [{ unit: 'MZ', name: '民政办' }],
  villages: [{ village: '05', name: '示例村' }],
  windows: [{ window: 1, name: '1号窗口' }],
}

beforeAll(startWords)
afterEach(() => {
  cleanup()
  hangUp()
})

function screenOf(posted: () => { status: number; body: unknown }, shown: object = ACCOUNT) {
  const line = openFakeLine({
    answer: (path) => {
      if (path.startsWith('/api/staff?')) return { status: 200, body: { items: [shown], next: null } }
      if (path === '/api/staff/places') return { status: 200, body: PLACES }
      if (path.includes('/history')) return { status: 200, body: { items: [], next: null } }
      return posted()
    },
  })
  // The page follows no topic, and a silent line would lock it after 15 s (U10).
  hangUp()
  render(
    <DesignFrame>
      <PeopleScreen />
    </DesignFrame>,
  )
  return line
}

it('[P20] a new account is answered with a code that is shown, and asks for no password', async () => {
  const account = { ...ACCOUNT, staffId: ACCOUNT.staffId.replace('8057', '8058'), signInName: 'wang.li' }
  const line = screenOf(() => ({
    status: 200,
    body: { account, code: '7K3F-9QPD', codeUntil: '2026-06-13T01:40:00.000Z' },
  }))
  await userEvent.click(await screen.findByRole('button', { name: '新增账号' }))
  expect(document.querySelector('input[type="password"]')).toBe(null)
  await userEvent.type(screen.getByLabelText(/^用户名/), 'Wang.Li')
  await userEvent.type(screen.getByLabelText(/^岗位名/), '新窗口岗')
  await userEvent.type(screen.getByLabelText('原因'), '新来的')
  await userEvent.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('登录码 7K3F-9QPD')).toBeTruthy()
  expect(line.sent.find(({ path }) => path === '/api/staff')?.body).toMatchObject({
    signInName: 'wang.li',
    displayName: '新窗口岗',
    role: 'clerk',
    windows: null,
    reason: '新来的',
  })
})

it('[U40] nothing is saved without a reason; what was changed stays in sight until it is saved or discarded', async () => {
  const line = screenOf(() => ({ status: 409, body: { code: 'staff.changed', params: {} } }))
  await userEvent.click(await screen.findByRole('button', { name: '修改 1号窗口值班员' }))
  await userEvent.click(screen.getByRole('button', { name: '停用账号' }))
  expect(screen.getByText('▲ 有改动没保存')).toBeTruthy()
  expect(screen.getByText('马上退出，不能再登录，记录都保留')).toBeTruthy()
  await userEvent.keyboard('{Control>}s{/Control}')
  expect(line.sent.some(({ path }) => path.endsWith('/stop'))).toBe(false)
  await userEvent.type(screen.getByLabelText('原因'), '调走了')
  await userEvent.keyboard('{Control>}s{/Control}')
  expect((await screen.findByRole('alert')).textContent).toContain('请看最新情况')
  expect(screen.getByText('▲ 有改动没保存')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '放弃' }))
  expect(screen.queryByText('▲ 有改动没保存')).toBe(null)
})

it('[C403] the deputy and a leave that is not over stand beside the person, and open cases are named before a stop', async () => {
  const away = { deputy: '林业二岗', awayFrom: '2020-01-02', awayUntil: '2999-12-31', openCases: 3 }
  screenOf(() => ({ status: 500, body: {} }), { ...ACCOUNT, ...away })
  expect(await screen.findByText('林业二岗')).toBeTruthy()
  expect(screen.getByText('请假 1月2日 至 12月31日')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: /1号窗口值班员/ }))
  expect(screen.getByText(/手上还有 3 件在办，停用前请主管在“交接”里交出/)).toBeTruthy()
})

it('[U43] an editor takes the focus, and Esc closes it and gives the focus back', async () => {
  screenOf(() => ({ status: 500, body: {} }))
  const button = await screen.findByRole('button', { name: '修改 1号窗口值班员' })
  await userEvent.click(button)
  expect(document.activeElement).toBe(screen.getByLabelText(/岗位名/))
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('region', { name: '1号窗口值班员' })).toBeNull()
  expect(document.activeElement).toBe(button)
})
