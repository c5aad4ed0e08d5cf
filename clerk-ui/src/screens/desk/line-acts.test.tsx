// @vitest-environment happy-dom
import type { DeskTicket } from '@counter/shared/contract/desk'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DesignFrame } from '../../components/design-frame.tsx'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { AT, desk as anyDesk, ticket as anyTicket, OWN } from '../../test/desk-fixture.tsx'
import { hangUp, openFakeLine } from '../../test/line-fixture.ts'
import { startWords } from '../../text/words.ts'
import { Workbench } from './workbench.tsx'

const idOf = (serial: number) => `01890a5d-ac96-774b-bcce-b302099a80${String(serial).padStart(2, '0')}`
const ticket = (serial: number, more: object = {}): DeskTicket =>
  anyTicket({ id: idOf(serial), number: `综 0${serial}`, ...more })
const figures = {
  waiting: 2,
  order: [idOf(12), idOf(13)],
  servedToday: 0,
  rules: { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: true },
}
const desk = (tickets: readonly DeskTicket[]) => anyDesk(tickets, { figures })

beforeAll(startWords)
beforeEach(() => {
  useNet.setState({ net: 'online', since: null })
  useSession.setState({ phase: 'in', session: { staffId: OWN, role: 'clerk', window: 2 } as never })
})
afterEach(() => {
  cleanup()
  hangUp()
})

type Answer = { status: number; body: unknown }

async function openDesk(tickets: readonly DeskTicket[], answer: (path: string) => Answer) {
  const line = openFakeLine({
    topics: { 'window:2': desk(tickets) },
    answer: (path) =>
      path.startsWith('/api/items') ? { status: 200, body: { items: [], next: null } } : answer(path),
  })
  render(
    <DesignFrame>
      <Workbench window={2} />
    </DesignFrame>,
  )
  await screen.findByTestId('desk.center')
  return () => line.sent.filter(({ body }) => 'commandId' in body)
}

const done = (one: DeskTicket): Answer => ({
  status: 200,
  body: { ticket: one, window: null, queueEmpty: false },
})

// From a button to its press by keys alone.
async function press(name: string | RegExp) {
  const button = await screen.findByRole('button', { name })
  button.focus()
  await userEvent.keyboard('{Enter}')
}

describe('a number of the line', () => {
  it('[Q18, U31] is called out of order by keys alone, with a reason that was typed', async () => {
    const called = ticket(13, { status: 'called', window: 2, calledAt: AT, callNo: 1, version: 2 })
    const acts = await openDesk([ticket(12), ticket(13)], () => done(called))
    await press('综 013 怎么办')
    await press('先叫这个号')
    await userEvent.type(await screen.findByLabelText('原因'), '孩子发烧{Enter}')
    expect((await screen.findByTestId('desk.number')).textContent).toContain('综 013')
    expect(acts()).toMatchObject([
      { path: '/api/windows/2/pick', body: { ticketId: idOf(13), reason: '孩子发烧' } },
    ])
  })

  it('[QT25, Q19, V92] shows what was typed as text, never as a part of the page', async () => {
    const called = ticket(13, { status: 'called', window: 2, calledAt: AT, callNo: 1, version: 2 })
    const key = { number: '综 013', cls: 'ordinary', baseAt: AT, delayMinutes: 20, keyAt: AT, order: 13 }
    const why = {
      called: key,
      weight: 7,
      bookedAt: null,
      tier: 'main',
      callKind: 'pick',
      isProtected: false,
      reason: '<img src=x onerror=alert(1)><b>赶车</b>',
      passed: [{ ...key, number: '综 012', order: 12 }],
      by: '王小明',
      at: AT,
    }
    await openDesk([called], (path) => (path.endsWith('/why') ? { status: 200, body: why } : done(called)))
    await userEvent.click(await screen.findByText('为什么叫这个号'))
    const panel = screen.getByTestId('desk.why')
    expect(await within(panel).findByText(/<img src=x onerror=alert\(1\)><b>赶车<\/b>/)).toBeTruthy()
    expect(panel.querySelector('img, b')).toBeNull()
    expect(panel.textContent).toContain('王小明')
    // An agent's batch is explained in words.
    expect(panel.textContent).toContain('代办 7 件，按普通号排，不提前。')
  })

  it('[V92] says of an agent’s visit by which appointment it waits', async () => {
    const called = ticket(13, { status: 'called', window: 2, calledAt: AT, callNo: 1, version: 2 })
    const bookedAt = '2026-06-12T06:30:00.000Z'
    const key = { number: '预约 001', cls: 'appointment', baseAt: AT, delayMinutes: 0, keyAt: AT, order: 13 }
    const why = {
      ...{
        called: key,
        weight: 7,
        bookedAt,
        tier: 'main',
        callKind: 'next',
        isProtected: false,
        reason: null,
      },
      ...{ passed: [], by: '王小明', at: AT },
    }
    await openDesk([called], (path) => (path.endsWith('/why') ? { status: 200, body: why } : done(called)))
    await userEvent.click(await screen.findByText('为什么叫这个号'))
    expect(await within(screen.getByTestId('desk.why')).findByText('代办 7 件，预约 14:30')).toBeTruthy()
  })

  it('[Q34] that was given up can be restored from the line below', async () => {
    const acts = await openDesk([ticket(12), ticket(13)], (path) =>
      done(ticket(12, path.endsWith('/cancel') ? { status: 'cancelled', version: 2 } : { version: 3 })),
    )
    await press('综 012 怎么办')
    await press('不排了')
    await screen.findByText(/综 012 不排了。弄错了/)
    await press('还原')
    expect(acts().map(({ path }) => path)).toEqual([
      `/api/tickets/${idOf(12)}/cancel`,
      `/api/tickets/${idOf(12)}/restore`,
    ])
    expect(screen.queryByText(/弄错了/)).toBeNull()
  })

  it('[Q30] that another window holds is taken over only with a reason', async () => {
    const held = ticket(12, { status: 'held', window: 3, heldAt: AT })
    const acts = await openDesk([held], () =>
      done(ticket(12, { status: 'called', window: 2, calledAt: AT, callNo: 1, version: 2 })),
    )
    await press('接过来 综 012')
    await press('前面是我接的')
    expect(acts()).toMatchObject([
      { path: `/api/tickets/${idOf(12)}/return`, body: { reason: '前面是我接的' } },
    ])
  })

  it('[Q30] that is held here for half an hour is marked with words, and is not called by itself', async () => {
    const long = new Date(Date.now() - 31 * 60_000).toISOString()
    const acts = await openDesk([ticket(12, { status: 'held', window: 2, heldAt: long })], () =>
      done(ticket(12)),
    )
    expect((await screen.findByRole('alert')).textContent).toBe('▲ 挂起 31 分钟')
    expect(acts()).toEqual([])
  })

  it('[Q9, Q10, Q53] says how many matters it stands for, that it is a return visit, and how it must be called', async () => {
    await openDesk([ticket(12, { weight: 4, needsSpokenCall: true }), ticket(13, { caseId: OWN })], () =>
      done(ticket(12)),
    )
    expect(await screen.findByText('代办 4 件')).toBeTruthy()
    expect(screen.getByText('需当面叫')).toBeTruthy()
    expect(screen.getByText('补件或取件')).toBeTruthy()
  })
})
