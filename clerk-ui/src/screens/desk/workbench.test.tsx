// @vitest-environment happy-dom
import type { DeskTicket, WindowStateView } from '@counter/shared/contract/desk'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useDrafts } from '../../state/drafts.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { Workbench } from './workbench.tsx'

const OWN = '01890a5d-ac96-774b-bcce-b302099a8057'
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058'
const TICKET = '01890a5d-ac96-774b-bcce-b302099a8012'
const AT = '2026-06-12T01:40:00.000Z'
const ticket = (more: object = {}): DeskTicket =>
  ({
    id: TICKET,
    number: '综 012',
    cls: 'ordinary',
    topic: 'relief',
    status: 'waiting',
    window: null,
    directedWindow: null,
    issuedAt: AT,
    baseAt: AT,
    calledAt: null,
    firstCalledAt: null,
    startedAt: null,
    heldAt: null,
    missedAt: null,
    callNo: 0,
    countedCalls: 0,
    outcome: null,
    needsSpokenCall: false,
    isEnteredLater: false,
    caseIds: [],
    caseId: null,
    weight: 1,
    version: 1,
    ...more,
  }) as unknown as DeskTicket
const called = ticket({
  status: 'called',
  window: 2,
  calledAt: AT,
  firstCalledAt: AT,
  callNo: 1,
  countedCalls: 1,
  version: 2,
})
const serving = ticket({ status: 'serving', window: 2, calledAt: AT, startedAt: AT, callNo: 1, version: 3 })
const duty = { staffId: OWN, displayName: '2号窗口值班员', openedAt: AT, takenOver: null }
const desk = (tickets: readonly DeskTicket[], more: object = {}): WindowStateView =>
  ({
    window: { window: 2, name: '2号窗口', state: 'open', reason: null, pausedAt: null, until: null, duty },
    tickets,
    figures: {
      waiting: 1,
      order: [TICKET],
      servedToday: 0,
      rules: { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: true },
    },
    heard: null,
    devices: [],
    cases: [],
    ...more,
  }) as unknown as WindowStateView
const answered = (one: DeskTicket | null) => ({
  status: 200,
  body: { ticket: one, window: null, queueEmpty: false },
})

beforeAll(startWords)
beforeEach(() => {
  useNet.setState({ net: 'online', since: null })
  useSession.setState({ phase: 'in', session: { staffId: OWN, role: 'clerk', window: 2 } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

async function openDesk(
  state: WindowStateView,
  answer: (path: string) => { status: number; body: unknown } = () => answered(called),
) {
  const catalogue = { status: 200, body: { items: [], next: null } }
  const line = openFakeLine({
    topics: { 'window:2': state },
    answer: (path) => (path.startsWith('/api/items') ? catalogue : answer(path)),
  })
  render(
    <DesignFrame>
      <Workbench window={2} />
    </DesignFrame>,
  )
  await screen.findByTestId('desk.center')
  const acts = () => line.sent.filter(({ body }) => 'commandId' in body)
  return { line, acts }
}
const stateNow = () => document.querySelector('[data-screen="C-1"]')?.getAttribute('data-state')

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

  it('[Q32] the first sign typed into the form starts the visit, once, and what was typed stays', async () => {
    const { acts } = await openDesk(desk([called]), (path) =>
      answered(path.endsWith('/start') ? serving : called),
    )
    await userEvent.type(screen.getByLabelText('备注'), '材料齐')
    await waitFor(() => expect(stateNow()).toBe('serving'))
    expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/start`])
    expect((screen.getByLabelText('备注') as HTMLTextAreaElement).value).toBe('材料齐')
    expect(document.activeElement).toBe(screen.getByLabelText('备注'))
  })

  it('[Q32] a kept draft of a number that is called again is not sent before the visit has begun', async () => {
    const item = { code: 'SB-005', name: '社保', caseType: 'immediate', inPersonRequired: false }
    const draft = { item, name: '示例甲', idNote: '没带', contact: '示例乙' }
    useDrafts.getState().change(TICKET as never, draft as never)
    const elsewhere = { status: 409, body: { code: 'ticket.elsewhere', message: '', params: { w: 1 } } }
    const { acts } = await openDesk(desk([called]), (path) =>
      path.endsWith('/start') ? elsewhere : answered(called),
    )
    await userEvent.click(screen.getByText('先收件'))
    await waitFor(() => expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/start`]))
    useDrafts.getState().drop(TICKET as never)
  })

  it("[Q26] before it the form has no focus, and Ctrl+Z is the desk's", async () => {
    const { acts } = await openDesk(desk([called]))
    expect(screen.getByTestId('intake.item')).toBeTruthy()
    expect(document.activeElement).toBe(document.body)
    await userEvent.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(acts().map(({ path }) => path)).toEqual([`/api/tickets/${TICKET}/undo-call`]))
  })

  it('[Q32] a hall that wants the key pressed has no form before it', async () => {
    const rules = { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: false }
    await openDesk(desk([called], { figures: { waiting: 1, order: [TICKET], servedToday: 0, rules } }))
    expect(document.querySelector('[data-screen="C-2"]')).toBeNull()
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

  it('[Q33] F2 while serving without an outcome says what is missing and calls nobody', async () => {
    const { acts } = await openDesk(desk([serving]))
    await userEvent.keyboard('{F2}')
    expect(
      (await screen.findByText(/先选办得怎么样（1–6），再叫下一位/)).closest('[role="alert"]'),
    ).toBeTruthy()
    expect(acts()).toEqual([])
  })

  it('[S18] F9 F9 3 starts, asks and closes the visit as a consultation', async () => {
    const { acts, line } = await openDesk(desk([called]), (path) =>
      answered(path.endsWith('/start') ? serving : ticket({ status: 'served', version: 4 })),
    )
    await userEvent.keyboard('{F9}')
    await waitFor(() => expect(stateNow()).toBe('serving'))
    act(() => line.tell('window:2', [{ kind: 'ticket_changed', ticket: serving }]))
    await userEvent.keyboard('{F9}3')
    await waitFor(() => expect(stateNow()).toBe('idle'))
    expect(acts().map(({ path, body }) => [path, body['outcome']])).toEqual([
      [`/api/tickets/${TICKET}/start`, undefined],
      [`/api/tickets/${TICKET}/finish`, 'consulted'],
    ])
  })

  it('[S18, U32] a press after the line has told of the act before, but not its answer, is not lost and acts once', async () => {
    const { acts, line } = await openDesk(desk([called]), (path) =>
      answered(path.endsWith('/start') ? serving : ticket({ status: 'served', version: 4 })),
    )
    const plain = globalThis.fetch
    let answer = () => {}
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve
    })
    vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
      const response = await plain(path, init)
      if (path.endsWith('/start')) await isAnswered
      return response
    })
    await userEvent.keyboard('{F9}')
    // The line is quicker than the answer.
    act(() => line.tell('window:2', [{ kind: 'ticket_changed', ticket: serving }]))
    await waitFor(() => expect(stateNow()).toBe('serving'))
    await userEvent.keyboard('{F9}33')
    answer()
    await waitFor(() => expect(stateNow()).toBe('idle'))
    expect(acts().map(({ path }) => path)).toEqual([
      `/api/tickets/${TICKET}/start`,
      `/api/tickets/${TICKET}/finish`,
    ])
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
