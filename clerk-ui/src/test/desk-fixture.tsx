import type { DeskTicket, WindowStateView } from '@counter/shared/contract/desk'
import { render, screen } from '@testing-library/react'
import { DesignFrame } from '../components/design-frame.tsx'
import { Workbench } from '../screens/desk/workbench.tsx'
import { openFakeLine } from './line-fixture.ts'

export const OWN = '01890a5d-ac96-774b-bcce-b302099a8057'
export const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058'
export const TICKET = '01890a5d-ac96-774b-bcce-b302099a8012'
export const AT = '2026-06-12T01:40:00.000Z'
export const ticket = (more: object = {}): DeskTicket =>
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
export const called = ticket({
  status: 'called',
  window: 2,
  calledAt: AT,
  firstCalledAt: AT,
  callNo: 1,
  countedCalls: 1,
  version: 2,
})
export const serving = ticket({
  status: 'serving',
  window: 2,
  calledAt: AT,
  startedAt: AT,
  callNo: 1,
  version: 3,
})
export const duty = { staffId: OWN, displayName: '2号窗口值班员', openedAt: AT, takenOver: null }
export const desk = (tickets: readonly DeskTicket[], more: object = {}): WindowStateView =>
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
export const answered = (one: DeskTicket | null) => ({
  status: 200,
  body: { ticket: one, window: null, queueEmpty: false },
})

/** The workbench of window 2 as the server tells of it, with what answers its acts. */
export async function openDesk(
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
export const stateNow = () => document.querySelector('[data-screen="C-1"]')?.getAttribute('data-state')
