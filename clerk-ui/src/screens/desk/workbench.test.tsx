// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import {
  AT,
  answered,
  called,
  desk,
  duty,
  OTHER,
  OWN,
  openDesk,
  stateNow,
  TICKET,
  ticket,
} from '../../test/desk-fixture.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { Workbench } from './workbench.tsx'

beforeAll(startWords)
beforeEach(() => {
  useNet.setState({ net: 'online', since: null })
  useSession.setState({ phase: 'in', session: { staffId: OWN, role: 'clerk', window: 2 } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

describe('the workbench', () => {
  it('[U33] F2 shows that it is calling, and the number only after the answer', async () => {
    let answer: (value: { status: number; body: unknown }) => void = () => undefined
    const later = new Promise<{ status: number; body: unknown }>((resolve) => {
      answer = resolve
    })
    await openDesk(desk([ticket()]))
    const wire = globalThis.fetch
    globalThis.fetch = async (path, init) => {
      await later
      return wire(path, init)
    }
    await userEvent.keyboard('{F2}')
    expect(stateNow()).toBe('calling')
    expect(screen.queryByTestId('desk.number')).toBeNull()
    await act(async () => answer(answered(called)))
    expect((await screen.findByTestId('desk.number')).textContent).toContain('综 012')
    expect(stateNow()).toBe('called')
  })

  it('[U14, R6] an act into the silence says that it is being checked, and goes on with one id', async () => {
    let isSilent = true
    const { acts } = await openDesk(desk([called]), () =>
      isSilent ? { status: 503, body: {} } : answered({ ...called, callNo: 2, version: 3 }),
    )
    await userEvent.keyboard('{F4}')
    expect(await screen.findByText('正在核对，请稍候')).toBeTruthy()
    await userEvent.keyboard('{F4}')
    isSilent = false
    expect(await screen.findByText(/第 2 次/)).toBeTruthy()
    expect(new Set(acts().map(({ body }) => body['commandId'])).size).toBe(1)
    expect(screen.getByTestId('desk.progress').textContent).toBe('')
  })

  it('[Q49] says that a called number has become another one, and is free for the next', async () => {
    const { line } = await openDesk(desk([called]))
    const moved = { ...called, status: 'moved', version: 3 }
    act(() => line.tell('window:2', [{ kind: 'ticket_changed', ticket: moved }]))
    expect(await screen.findByText('综 012 已换成别的号，不用等了，请叫下一位')).toBeTruthy()
    expect(stateNow()).toBe('idle')
  })

  it('[U32] F2 pressed twice and held down calls one person', async () => {
    const { acts } = await openDesk(desk([ticket()]))
    fireEvent.keyDown(window, { key: 'F2' })
    fireEvent.keyDown(window, { key: 'F2', repeat: true })
    fireEvent.keyDown(window, { key: 'F2' })
    await waitFor(() => expect(stateNow()).toBe('called'))
    expect(acts().map(({ path }) => path)).toEqual(['/api/windows/2/next'])
  })

  it('[U32] nothing is called while a word is being composed', async () => {
    const { acts } = await openDesk(desk([ticket()]))
    fireEvent.keyDown(window, { key: 'F2', isComposing: true })
    fireEvent.keyDown(window, { key: 'F2', keyCode: 229 })
    expect(acts()).toEqual([])
  })

  it('[Q27] an early no-show is refused with its words and may go with a reason', async () => {
    const { acts } = await openDesk(desk([called]), (path) =>
      path.endsWith('/miss')
        ? { status: 409, body: { code: 'ticket.missed_too_early', params: {} } }
        : answered(null),
    )
    await userEvent.keyboard('{F8}')
    await screen.findByRole('region', { name: '提前过号要写原因' })
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(acts()).toHaveLength(2))
    expect(acts()[1]?.body).toMatchObject({ reason: '喊过，人不在' })
  })

  it('[Q53] says when the hall has seen and heard the call', async () => {
    const heard = {
      seq: 7,
      ticketId: TICKET,
      kind: 'call',
      announcedAt: AT,
      shownAt: AT,
      spokenAt: AT,
      path: 'clips',
      isUnheard: false,
    }
    await openDesk(desk([called], { heard }))
    expect(screen.getByTestId('desk.wall-ack').textContent).toBe('大屏已显示 ✓ 已播报 ✓')
  })

  it('[Q20] a window that somebody took over says who and why, and offers no act', async () => {
    openFakeLine({
      topics: {
        'window:2': desk([], {
          window: {
            ...desk([]).window,
            duty: { ...duty, staffId: OTHER, displayName: '李敏', takenOver: '家里有事' },
          },
        }),
      },
    })
    render(
      <DesignFrame>
        <Workbench window={2} />
      </DesignFrame>,
    )
    expect((await screen.findByRole('alert')).textContent).toMatch(/本窗口已由 李敏 接管.*原因：家里有事/)
    expect(screen.queryByTestId('desk.center')).toBeNull()
  })

  it('[U18] a kiosk that needs somebody is named at the desk', async () => {
    const device = (name: string, problem: string) => ({
      deviceId: name,
      name,
      kind: 'kiosk',
      problem,
      since: AT,
      speaks: false,
      fault: null,
    })
    await openDesk(desk([], { devices: [device('取号机 1', 'paper'), device('取号机 2', 'help')] }))
    expect(screen.getByText(/取号机 1 没有纸了/)).toBeTruthy()
    expect(screen.getByText(/取号机 2 有人需要帮忙/)).toBeTruthy()
  })
})
