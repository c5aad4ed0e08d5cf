import type { ClerkCommand, Command, Finish, TicketAct } from './hall-commands.ts'
import {
  backInLine,
  byOrder,
  callAt,
  candidatesOf,
  dutyOf,
  endAs,
  freshOrder,
  HEAD_START,
  issue,
  keyBehind,
  lineOf,
  liveAgain,
  type OracleHall,
  type OracleTicket,
  type OracleWindow,
  occupantOf,
  overtake,
  setKey,
  windowOf,
} from './hall-oracle.ts'
import { refusalsOf, since, targetOf } from './hall-refusals.ts'
import type { Status } from './lifecycle-table.ts'

export interface Judged {
  readonly refusals: ReadonlySet<string>
  /** The ticket the answer is about; null when there is none. */
  readonly ticket: OracleTicket | null
  /** The change of the table that took place, as `action status`. */
  readonly change: string | null
}

const STATE_AFTER = {
  open: 'open',
  'take-over': 'open',
  resume: 'open',
  pause: 'paused',
  close: 'closed',
} as const

/** Does one command to the hall, or says all that speaks against it and changes nothing. */
export function judge(hall: OracleHall, command: Command): Judged {
  const refusals = refusalsOf(hall, command)
  if (refusals.size > 0) return { refusals, ticket: null, change: null }
  return { refusals, ...(command.by === 'clerk' ? doAsClerk(hall, command) : doAsResident(hall, command)) }
}

type Done = Omit<Judged, 'refusals'>

function doAsResident(hall: OracleHall, { does, ticket }: Extract<Command, { by: 'resident' }>): Done {
  const change = `${does} ${ticket.status}`
  if (does === 'rejoin') rejoin(hall, ticket)
  else if (does === 'postpone') postpone(hall, ticket)
  else cancel(hall, ticket)
  return { ticket, change }
}

function doAsClerk(hall: OracleHall, command: ClerkCommand): Done {
  switch (command.does) {
    case 'issue':
      return { ticket: issue(hall, command.topic, command.cls), change: 'issue' }
    case 'next':
      return callNext(hall, windowOf(hall, command.window), command.finish)
    case 'pick': {
      const window = windowOf(hall, command.window)
      return callChosen(hall, window, command.ticket, candidatesOf(hall, window).indexOf(command.ticket))
    }
    case 'direct':
      return serveAtOnce(hall, command.window, command.topic)
    case 'window': {
      const window = windowOf(hall, command.window)
      const { kind } = command.act
      window.state = STATE_AFTER[kind]
      if (kind === 'open' || kind === 'take-over') window.clerk = command.clerk
      if (kind === 'close') closeWindow(hall, window)
      return { ticket: null, change: null }
    }
    case 'ticket': {
      const { clerk, ticket, act } = command
      const change = `${act.kind.replaceAll('-', '_')} ${ticket.status}`
      perform(hall, dutyOf(hall, clerk)?.window ?? null, ticket, act)
      return { ticket, change }
    }
  }
}

function callNext(hall: OracleHall, window: OracleWindow, finish: Finish | null): Done {
  const occupant = occupantOf(hall, window.window)
  if (finish !== null && occupant !== undefined) endVisit(hall, occupant, finish)
  const line = candidatesOf(hall, window)
  const [first] = line
  if (first === undefined) return { ticket: null, change: 'finish serving' }
  return callChosen(hall, window, first, 0)
}

// Whoever stands before it in the order, or came earlier, is passed (Q17, Q18).
function callChosen(hall: OracleHall, window: OracleWindow, chosen: OracleTicket, place: number): Done {
  const line = candidatesOf(hall, window)
  overtake(line.filter((other, at) => at < place || (other.base < chosen.base && other.order < chosen.order)))
  chosen.leg += 1
  callAt(hall, chosen, window.window)
  chosen.startedAt = null
  return { ticket: chosen, change: 'call waiting' }
}

function serveAtOnce(hall: OracleHall, window: number, topic: string): Done {
  const ticket = issue(hall, topic, 'ordinary')
  Object.assign(ticket, { status: 'serving', window, leg: 1, startedAt: hall.now })
  return { ticket, change: 'direct' }
}

// What it held waits again; what was directed to it is free for every window (Q22).
function closeWindow(hall: OracleHall, window: OracleWindow): void {
  window.clerk = null
  for (const ticket of hall.live) {
    if (ticket.status === 'held' && ticket.window === window.window) {
      backInLine(ticket)
      ticket.directed = null
    } else if (ticket.directed === window.window && ['waiting', 'missed'].includes(ticket.status))
      ticket.directed = null
  }
}

function rejoin(hall: OracleHall, ticket: OracleTicket): void {
  const key = keyBehind(ticket, lineOf(hall, ticket.line, ticket))
  backInLine(ticket)
  setKey(ticket, key)
  freshOrder(hall, ticket)
  ticket.rejoins += 1
}

// The next three pass; those before it are before it anyway (Q29).
function postpone(hall: OracleHall, ticket: OracleTicket): void {
  const behind = lineOf(hall, ticket.line, ticket).filter((other) => byOrder(ticket, other) < 0)
  setKey(ticket, keyBehind(ticket, behind))
  freshOrder(hall, ticket)
  ticket.postpones += 1
}

function transfer(
  hall: OracleHall,
  ticket: OracleTicket,
  act: Extract<TicketAct, { kind: 'transfer' }>,
): void {
  const to = targetOf(ticket, act)
  const line = hall.topics.get(to.topic)?.line ?? ticket.line
  const others = lineOf(hall, line, ticket)
  const [first] = others
  const last = others.at(-1)
  backInLine(ticket)
  Object.assign(ticket, { topic: to.topic, line, directed: to.window })
  if (act.place === 'front' && first !== undefined) setKey(ticket, Math.min(ticket.key, first.key - 1))
  if (act.place !== 'back') return
  setKey(ticket, Math.max(ticket.key, last?.key ?? ticket.key))
  freshOrder(hall, ticket)
}

function cancel(hall: OracleHall, ticket: OracleTicket): void {
  ticket.cancelledFrom = ticket.status
  ticket.cancelledAt = hall.now
  endAs(hall, ticket, 'cancelled')
}

function endVisit(hall: OracleHall, ticket: OracleTicket, { outcome }: Finish): void {
  endAs(hall, ticket, 'served')
  ticket.finishedAt = hall.now
  ticket.outcome = outcome
}

function perform(hall: OracleHall, window: number | null, ticket: OracleTicket, act: TicketAct): void {
  switch (act.kind) {
    case 'recall': {
      ticket.callNo += 1
      ticket.lastCall = hall.now
      if (since(hall, ticket.lastCounted) < 30_000) return
      ticket.counted += 1
      ticket.lastCounted = hall.now
      return
    }
    case 'undo-call':
      if (ticket.firstCalledAt === ticket.calledAt) ticket.firstCalledAt = null
      return backInLine(ticket)
    case 'start':
      ticket.status = 'serving'
      ticket.startedAt ??= hall.now
      return
    case 'finish':
      return endVisit(hall, ticket, act)
    case 'reopen':
      liveAgain(hall, ticket, 'serving')
      ticket.finishedAt = null
      ticket.outcome = null
      return
    case 'miss':
      ticket.status = 'missed'
      ticket.window = null
      return
    case 'rejoin':
      return rejoin(hall, ticket)
    case 'hold':
      ticket.status = 'held'
      return
    case 'return': {
      if (ticket.window !== window) {
        ticket.leg += 1
        ticket.startedAt = null
      }
      return callAt(hall, ticket, window ?? 0)
    }
    case 'release':
      backInLine(ticket)
      ticket.directed = null
      return
    case 'transfer':
      return transfer(hall, ticket, act)
    case 'reclass': {
      const delayOf = (cls: OracleTicket['cls']) => (cls === 'ordinary' ? HEAD_START : 0)
      const added = Math.max(0, ticket.key - ticket.base - delayOf(ticket.cls))
      ticket.cls = act.cls
      return setKey(ticket, ticket.base + delayOf(act.cls) + added)
    }
    case 'postpone':
      return postpone(hall, ticket)
    case 'serve-by-hand':
      Object.assign(ticket, { outcome: act.outcome, finishedAt: hall.now - act.agoMs })
      return endAs(hall, ticket, 'served')
    case 'move':
      return endAs(hall, ticket, 'moved')
    case 'cancel':
      return cancel(hall, ticket)
    case 'restore':
      return restore(hall, ticket)
  }
}

// A called number waits again; one that was held at a window closed since then too (Q34, Q22).
function restore(hall: OracleHall, ticket: OracleTicket): void {
  const before: Status = ticket.cancelledFrom ?? 'waiting'
  const isClosed = ticket.window !== null && windowOf(hall, ticket.window).state === 'closed'
  ticket.cancelledAt = null
  ticket.cancelledFrom = null
  liveAgain(hall, ticket, before)
  if (before === 'waiting' || before === 'called' || (before === 'held' && isClosed)) {
    backInLine(ticket)
    if (isClosed) ticket.directed = null
  }
}

/** Ends the day: served without a record, absent, or as it was (Q13). */
export function closeDay(hall: OracleHall, at: number): void {
  for (const ticket of [...hall.live]) {
    if (ticket.status === 'serving') ticket.finishedAt = at
    endAs(hall, ticket, ticket.status === 'serving' ? 'served' : 'absent')
  }
  for (const window of hall.windows.values()) {
    window.state = 'closed'
    window.clerk = null
  }
}
