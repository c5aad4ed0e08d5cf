import type { CallHeard, DeskTicket, WindowStateView } from '@counter/shared/contract/desk'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, it } from 'vitest'
import {
  currentTicket,
  movedAway,
  ticketsThatAre,
  waitingLine,
  wallAnswer,
  withChange,
} from './window-topic.ts'

const at = (time: string) => `2026-06-12T${time}.000Z` as Instant
const ticket = (id: string, more: Partial<DeskTicket> = {}): DeskTicket => ({
  id: id as TicketId,
  number: `综 ${id}`,
  cls: 'ordinary',
  topic: 'relief' as DeskTicket['topic'],
  status: 'waiting',
  window: null,
  directedWindow: null,
  issuedAt: at('01:15:00'),
  baseAt: at('01:15:00'),
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
})
const heard = (more: Partial<CallHeard> = {}): CallHeard => ({
  seq: 7,
  ticketId: '012' as TicketId,
  kind: 'call',
  announcedAt: at('01:40:00'),
  shownAt: null,
  spokenAt: null,
  path: null,
  isUnheard: false,
  ...more,
})
const desk = (more: Partial<WindowStateView> = {}): WindowStateView => ({
  window: {
    window: 2,
    name: '2号窗口',
    state: 'open',
    reason: null,
    pausedAt: null,
    until: null,
    duty: null,
  },
  tickets: [],
  figures: {
    waiting: 0,
    order: [],
    servedToday: 0,
    rules: { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: true },
  },
  heard: null,
  devices: [],
  cases: [],
  ...more,
})

describe('the state of one window', () => {
  it('[U33] shows a number only when the server says that it was called here', () => {
    const before = desk({ tickets: [ticket('012')] })
    expect(currentTicket(before)).toBeNull()
    const after = withChange(before, {
      kind: 'ticket_changed',
      ticket: ticket('012', { status: 'called', window: 2, version: 2 }),
    })
    expect(currentTicket(after)?.number).toBe('综 012')
  })

  it('[K45] keeps the newer version of a ticket when an older one arrives late', () => {
    const before = desk({ tickets: [ticket('012', { status: 'served', version: 4 })] })
    const after = withChange(before, {
      kind: 'ticket_changed',
      ticket: ticket('012', { status: 'called', version: 2 }),
    })
    expect(after.tickets[0]?.status).toBe('served')
  })

  it('[Q14] lists the waiting in the order of the server, not of arrival', () => {
    const ids = ['003', '001', '002'].map((id) => ticket(id))
    const state = desk({
      tickets: ids,
      figures: {
        waiting: 2,
        order: ['002', '003'] as TicketId[],
        servedToday: 0,
        rules: { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: true },
      },
    })
    expect(waitingLine(state).map(({ id }) => id)).toEqual(['002', '003'])
  })

  it('[Q30] puts the one held longest first', () => {
    const tickets = [
      ticket('001', { status: 'held', heldAt: at('01:50:00') }),
      ticket('002', { status: 'held', heldAt: at('01:45:00') }),
    ]
    expect(ticketsThatAre(tickets, 'held').map(({ id }) => id)).toEqual(['002', '001'])
  })

  it('[Q26] forgets the announcement of a call that was undone', () => {
    expect(withChange(desk({ heard: heard() }), { kind: 'call_withdrawn', seq: 7 }).heard).toBeNull()
    expect(withChange(desk({ heard: heard() }), { kind: 'call_withdrawn', seq: 6 }).heard).not.toBeNull()
  })
})

describe('what the wall answered', () => {
  const id = '012' as TicketId
  it.each([
    ['waits before 3 s are over', heard(), '01:40:02', 'waiting'],
    ['says after 3 s that the wall is silent', heard(), '01:40:03', 'silent'],
    ['says shown as soon as it is shown', heard({ shownAt: at('01:40:01') }), '01:40:05', 'shown'],
    [
      'says heard when it was spoken',
      heard({ shownAt: at('01:40:01'), spokenAt: at('01:40:06'), path: 'clips' }),
      '01:40:09',
      'heard',
    ],
    [
      'says that there was no voice when only the chime rang',
      heard({ shownAt: at('01:40:01'), spokenAt: at('01:40:06'), path: 'chime' }),
      '01:40:09',
      'soundless',
    ],
    [
      'says that there was no voice when it expired unspoken',
      heard({ shownAt: at('01:40:01'), isUnheard: true }),
      '01:40:09',
      'soundless',
    ],
  ] as const)('[U25] %s', (_sentence, call, now, answer) => {
    expect(wallAnswer(call, id, at(now))).toBe(answer)
  })

  it('[U25] takes nothing from the call of another ticket', () => {
    expect(wallAnswer(heard({ shownAt: at('01:40:01') }), '013' as TicketId, at('01:40:09'))).toBe('waiting')
  })
})

describe('a called number that gave way to a paper', () => {
  const moved = ticket('012', { status: 'moved', window: 2, calledAt: at('01:40:00'), version: 3 })

  it('[Q49] leaves the window free and is named until the next call', () => {
    const free = withChange(desk({ tickets: [ticket('012', { status: 'called', window: 2 })] }), {
      kind: 'ticket_changed',
      ticket: moved,
    })
    expect(currentTicket(free)).toBeNull()
    expect(movedAway(free)?.number).toBe('综 012')
    const later = ticket('013', { status: 'called', window: 2, calledAt: at('01:41:00') })
    expect(movedAway(desk({ tickets: [moved, later] }))).toBeNull()
  })

  it('[Q49] is nothing to another window', () => {
    expect(movedAway(desk({ tickets: [{ ...moved, window: 3 }] }))).toBeNull()
  })
})
