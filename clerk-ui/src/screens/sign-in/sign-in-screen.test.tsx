// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useHall } from '../../state/hall.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { SignInScreen } from './sign-in-screen.tsx'

const SESSION = {
  staffId: '01890a5d-ac96-774b-bcce-b302099a8057',
  displayName: '1号窗口值班员',
  role: 'clerk',
  unit: null,
  unitName: null,
  village: null,
  villageName: null,
  window: null,
  serverNow: '2026-06-12T01:40:00.000Z',
  expiresAt: '2026-06-12T09:40:00.000Z',
  idleMinutes: 15,
}
const screenOf = () =>
  render(
    <DesignFrame>
      <SignInScreen />
    </DesignFrame>,
  )
const refusal = (code: string, params = {}) => ({ status: 401, body: { code, params } })

beforeAll(startWords)
beforeEach(() => {
  useSession.setState({ phase: 'out', session: null })
  useHall.setState({ hall: null })
})
afterEach(() => {
  cleanup()
  hangUp()
})

async function signIn(name: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('用户名'), name)
  await userEvent.type(screen.getByLabelText('密码'), 'secret words{Enter}')
}

describe('the sign-in', () => {
  it('[N9] the focus is in the name, and Enter in the password signs in', async () => {
    const line = openFakeLine({ answer: () => ({ status: 200, body: SESSION }) })
    screenOf()
    expect(document.activeElement).toBe(screen.getByLabelText('用户名'))
    await signIn('clerk1')
    expect(line.sent.find(({ path }) => path === '/api/sessions')?.body).toEqual({
      signInName: 'clerk1',
      password: 'secret words',
    })
    expect(useSession.getState().phase).toBe('in')
  })

  it('[P15] an unknown name and a wrong password read the same', async () => {
    openFakeLine({ answer: () => refusal('session.bad_credentials') })
    screenOf()
    await signIn('nobody')
    expect((await screen.findByRole('alert')).textContent).toBe('■ 用户名或密码不对。连续 5 次不对要等一会儿')
  })

  it('[P16] says how long to wait after too many tries', async () => {
    openFakeLine({ answer: () => refusal('session.wait', { s: 30 }) })
    screenOf()
    await signIn('clerk1')
    expect((await screen.findByRole('alert')).textContent).toContain('请等 30 秒再试')
  })

  it('[N9] shows the password when asked to', async () => {
    openFakeLine({ answer: () => refusal('session.none') })
    screenOf()
    await userEvent.click(screen.getByLabelText('显示密码'))
    expect(screen.getByLabelText('密码').getAttribute('type')).toBe('text')
  })

  it('[P20] a centre without an administrator asks for the start code and for nothing else', async () => {
    openFakeLine({ answer: () => refusal('session.none') })
    useHall.setState({ hall: { centre: { name: '示例镇', needsFirstAdministrator: true } } as never })
    screenOf()
    expect(screen.getByRole('heading', { name: '第一次使用：建立管理员' })).toBeTruthy()
    expect(screen.getByLabelText(/启动码/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '登录' })).toBeNull()
  })

  it('[U15] a lost session keeps the person, so the page can stay under the layer', () => {
    useSession.setState({ phase: 'in', session: SESSION as never })
    useSession.getState().lose()
    expect(useSession.getState()).toMatchObject({ phase: 'lost', session: { displayName: '1号窗口值班员' } })
  })

  it('[U15] asking twice after the session ended still leaves the page under the layer', async () => {
    openFakeLine({ answer: () => refusal('session.none') })
    useSession.setState({ phase: 'in', session: SESSION as never })
    await useSession.getState().learn()
    await useSession.getState().learn()
    expect(useSession.getState().phase).toBe('lost')
  })
})

describe('the first sign-in', () => {
  it('[P20] name, code and an own password sign in; a wrong code says where to get another', async () => {
    const answers = [refusal('session.code_wrong'), { status: 200, body: SESSION }]
    const line = openFakeLine({
      answer: (path) =>
        path === '/api/sessions/first'
          ? (answers.shift() ?? refusal('session.none'))
          : refusal('session.none'),
    })
    screenOf()
    await userEvent.click(screen.getByRole('button', { name: '第一次登录或忘了密码？用登录码' }))
    await userEvent.type(screen.getByLabelText('用户名'), 'new.clerk')
    await userEvent.type(screen.getByLabelText(/^登录码/), '7k3f-9qpd')
    await userEvent.type(screen.getByLabelText(/^自己设一个密码/), 'Mianyang-2026-x{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('请找管理员领新码')
    await userEvent.click(screen.getByRole('button', { name: '设密码并登录' }))
    expect(line.sent.find(({ path }) => path === '/api/sessions/first')?.body).toEqual({
      signInName: 'new.clerk',
      code: '7k3f-9qpd',
      password: 'Mianyang-2026-x',
    })
    expect(useSession.getState().phase).toBe('in')
  })
})
