import type { StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { newTicket } from '../../counter-server/src/domain/queue/issuing.ts'
import { prefixFor } from '../../counter-server/src/domain/queue/numbering.ts'
import type { Ticket } from '../../counter-server/src/domain/queue/ticket.ts'
import { insertAnnouncement } from '../../counter-server/src/store/announcements.ts'
import { hashToken, newToken } from '../../counter-server/src/store/crypto.ts'
import {
  closeAllDuties,
  findTopics,
  findWindows,
  saveDuty,
  type TopicFacts,
} from '../../counter-server/src/store/hall.ts'
import { findStaffOfRole } from '../../counter-server/src/store/people.ts'
import { insertLeg, insertTicket, nextSerial, saveLeg } from '../../counter-server/src/store/tickets.ts'
import type { Tx } from '../../counter-server/src/store/tx.ts'
import type { Deps } from '../../counter-server/src/usecases/deps.ts'

export const HISTORY_DAYS = 30
export const TICKETS_A_DAY = 300

const MINUTE_MS = 60_000
const WINDOWS = [1, 2, 3, 4]
const EVENTS = ['ticket.issued', 'ticket.called', 'ticket.started', 'ticket.finished']
const ORIGIN = { actor: 'history', role: 'anonymous', device: null, commandId: null } as const

/** One past day as a day leaves it: tickets served, their legs, calls and journal, the windows closed. */
export function writeHistoryDay(tx: Tx, deps: Deps): void {
  const duties = openDuties(tx, deps)
  const topics = findTopics(tx)
  for (let place = 0; place < TICKETS_A_DAY; place += 1) {
    const facts = topics[place % topics.length]
    const window = WINDOWS[place % WINDOWS.length] ?? 1
    if (facts !== undefined) writeServed(tx, deps, { facts, place, window, duty: duties.get(window) ?? '' })
  }
  closeAllDuties(tx, tx.at)
}

function openDuties(tx: Tx, { newId }: Deps): Map<number, string> {
  const clerks = findStaffOfRole(tx, 'clerk')
  const duties = new Map<number, string>()
  for (const window of findWindows(tx, civilDate(tx.at))) {
    const clerk = clerks[window.window - 1]
    if (!WINDOWS.includes(window.window) || clerk === undefined) continue
    const id = newId()
    saveDuty(tx, window, { ...window, state: 'open', duty: dutyOf(tx, clerk.id) }, { id, takenOver: null })
    duties.set(window.window, id)
  }
  return duties
}

function dutyOf(tx: Tx, staff: StaffId) {
  return { staff, device: null, openedAt: tx.at, pausedAt: null, reason: null, until: null }
}

interface Visit {
  readonly facts: TopicFacts
  readonly place: number
  readonly window: number
  readonly duty: string
}

function writeServed(tx: Tx, deps: Deps, visit: Visit): void {
  const { window, duty, place } = visit
  const ticket = servedTicket(tx, deps, visit)
  insertTicket(tx, ticket, {
    channel: 'kiosk',
    quote: { ahead: place % 9, quote: null },
    tokenHash: hashToken(newToken(16)),
    queryCodeLook: 'history',
  })
  const { id, number, cls, baseTime, callKey, issueOrder, calledAt, startedAt, finishedAt } = ticket
  const chosen = { ticketId: id, number, cls, baseTime, delayMs: callKey - baseTime, callKey, issueOrder }
  insertLeg(tx, {
    ticket,
    window,
    duty,
    calledAt: calledAt ?? tx.at,
    why: { kind: 'next', tier: 1, chosen, passed: [], runnerUp: null, reason: null },
  })
  const ending = { startedAt, endedAt: finishedAt, endedAs: 'served', outcome: 'consulted' } as const
  saveLeg(tx, ticket, { ...ending, topicServed: ticket.topic })
  insertAnnouncement(tx, {
    businessDate: ticket.businessDate,
    kind: 'call',
    ticket: id,
    number,
    tag: null,
    window,
    callNo: 1,
    clips: [],
  })
  for (const [index, type] of EVENTS.entries())
    tx.record({ type, subject: id, version: index + 1, origin: ORIGIN, data: {} })
}

// Waits of half an hour at most and services of 3 to 12 minutes, so that the estimate has something to learn from.
function servedTicket(tx: Tx, { newId, queue }: Deps, { facts, place, window }: Visit): Ticket {
  const businessDate = civilDate(tx.at)
  const settings = queue(tx)
  const prefix = prefixFor(facts.prefix, 'ordinary', settings.classSeries)
  const issuedMs = toMs(tx.at) + place * 1000
  const calledMs = issuedMs + (place % 30) * MINUTE_MS
  const waiting = newTicket(
    {
      id: newId() as TicketId,
      prefix,
      serial: nextSerial(tx, businessDate, prefix),
      line: facts.line,
      topic: facts.topic,
      cls: 'ordinary',
      businessDate,
      issuedAt: instantOf(issuedMs),
      baseTime: issuedMs,
      issueOrder: nextSerial(tx, businessDate, '#'),
      weight: 1,
      directedWindow: null,
      needsSpokenCall: false,
      caseId: null,
    },
    settings,
  )
  const startedMs = calledMs + MINUTE_MS
  return {
    ...waiting,
    status: 'served',
    window,
    leg: 1,
    callNo: 1,
    countedCalls: 1,
    calledAt: instantOf(calledMs),
    firstCalledAt: instantOf(calledMs),
    lastCallAt: instantOf(calledMs),
    startedAt: instantOf(startedMs),
    finishedAt: instantOf(startedMs + (3 + (place % 10)) * MINUTE_MS),
    outcome: 'consulted',
    version: 4,
  }
}
