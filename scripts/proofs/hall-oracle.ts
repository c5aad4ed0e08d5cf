import { cellOf, type Ended, type Status } from './lifecycle-table.ts'

/*
 * The hall as queue.md says it, in plain maps and without a line of the product. Each act gives every refusal that
 * applies, because the rules do not say which of two comes first; with none it must succeed, and does so in place.
 */

export type Class = 'ordinary' | 'priority'

export interface OracleTicket {
  id: string
  number: string
  line: string
  topic: string
  cls: Class
  status: Status
  base: number
  key: number
  order: number
  directed: number | null
  window: number | null
  leg: number
  callNo: number
  counted: number
  lastCounted: number | null
  lastCall: number | null
  calledAt: number | null
  firstCalledAt: number | null
  startedAt: number | null
  finishedAt: number | null
  cancelledAt: number | null
  cancelledFrom: Status | null
  outcome: string | null
  rejoins: number
  postpones: number
  overtaken: number
  isProtected: boolean
}

export interface OracleWindow {
  window: number
  state: 'closed' | 'open' | 'paused'
  clerk: string | null
  services: Map<string, 'main' | 'helps'>
}

export interface OracleHall {
  now: number
  tickets: OracleTicket[]
  /** Those of them that have not ended: all that a window or a line needs to know, however long the day. */
  live: Set<OracleTicket>
  windows: Map<number, OracleWindow>
  serials: Map<string, number>
  orders: number
  /** Line and prefix of each topic. */
  topics: ReadonlyMap<string, { readonly line: string; readonly prefix: string }>
}

export const HEAD_START = 20 * 60_000
const PROMOTE_AFTER = 20 * 60_000
const MAX_OVERTAKES = 6
const PLACES = 3

export function issue(hall: OracleHall, topic: string, cls: Class): OracleTicket {
  const facts = hall.topics.get(topic)
  if (facts === undefined) throw new Error(`no topic ${topic}`)
  const prefix = cls === 'priority' ? '优先' : facts.prefix
  const serial = (hall.serials.get(prefix) ?? 0) + 1
  hall.serials.set(prefix, serial)
  hall.orders += 1
  const ticket: OracleTicket = {
    id: '',
    number: `${prefix} ${String(serial).padStart(3, '0')}`,
    line: facts.line,
    topic,
    cls,
    status: 'waiting',
    base: hall.now,
    key: hall.now + (cls === 'ordinary' ? HEAD_START : 0),
    order: hall.orders,
    directed: null,
    window: null,
    leg: 0,
    callNo: 0,
    counted: 0,
    lastCounted: null,
    lastCall: null,
    calledAt: null,
    firstCalledAt: null,
    startedAt: null,
    finishedAt: null,
    cancelledAt: null,
    cancelledFrom: null,
    outcome: null,
    rejoins: 0,
    postpones: 0,
    overtaken: 0,
    isProtected: false,
  }
  hall.tickets.push(ticket)
  hall.live.add(ticket)
  return ticket
}

export function endAs(hall: OracleHall, ticket: OracleTicket, status: Ended): void {
  ticket.status = status
  hall.live.delete(ticket)
}

/** Takes an end back (Q34). */
export function liveAgain(hall: OracleHall, ticket: OracleTicket, status: Status): void {
  ticket.status = status
  hall.live.add(ticket)
}

export function occupantOf(hall: OracleHall, window: number): OracleTicket | undefined {
  for (const ticket of hall.live)
    if (ticket.window === window && (ticket.status === 'called' || ticket.status === 'serving')) return ticket
  return undefined
}

export function windowOf(hall: OracleHall, window: number): OracleWindow {
  const found = hall.windows.get(window)
  if (found === undefined) throw new Error(`no window ${window}`)
  return found
}

/** The window where a clerk is on duty. */
export function dutyOf(hall: OracleHall, clerk: string): OracleWindow | undefined {
  return [...hall.windows.values()].find((window) => window.clerk === clerk)
}

export function byOrder(a: OracleTicket, b: OracleTicket): number {
  return a.key - b.key || a.order - b.order
}

export function waitingOf(hall: OracleHall): OracleTicket[] {
  return [...hall.live].filter(({ status }) => status === 'waiting').sort(byOrder)
}

/** The candidates of a window in the order of Q14 and Q15. */
export function candidatesOf(hall: OracleHall, { window, services }: OracleWindow): OracleTicket[] {
  const tierOf = (ticket: OracleTicket): 1 | 2 | null => {
    if (ticket.directed !== null) return ticket.directed === window ? 1 : null
    const service = services.get(ticket.topic)
    if (service === undefined) return null
    const hasMain = [...hall.windows.values()].some(
      (each) => each.state === 'open' && each.services.get(ticket.topic) === 'main',
    )
    const isFirst =
      service === 'main' || !hasMain || ticket.isProtected || hall.now - ticket.base >= PROMOTE_AFTER
    return isFirst ? 1 : 2
  }
  return waitingOf(hall)
    .flatMap((ticket) => {
      const tier = tierOf(ticket)
      return tier === null ? [] : [{ ticket, tier }]
    })
    .sort((a, b) => a.tier - b.tier || byOrder(a.ticket, b.ticket))
    .map(({ ticket }) => ticket)
}

/** What the table and the window that has the ticket say against an act (Q12). */
export function tableRefusals(
  ticket: OracleTicket,
  action: string,
  by: { readonly window: number } | 'resident' | 'staff',
): Set<string> {
  const refusals = new Set<string>()
  const cell = cellOf(action, ticket.status)
  if (cell === 'W') refusals.add('ticket.wrong_status')
  if (cell === 'X') refusals.add('ticket.elsewhere')
  if (cell === 'E') refusals.add('ticket.finished')
  const isHad = ticket.status === 'called' || ticket.status === 'serving'
  if (isHad && isStrange(ticket, action, by)) refusals.add('ticket.elsewhere')
  // The table's `moved (system)`: nobody else moves a number that was called.
  if (action === 'move' && ticket.status === 'called') refusals.add('ticket.wrong_status')
  return refusals
}

function isStrange(
  ticket: OracleTicket,
  action: string,
  by: { readonly window: number } | 'resident' | 'staff',
): boolean {
  if (by === 'resident') return action !== 'cancel'
  return by === 'staff' || by.window !== ticket.window
}

export function freeRefusals(hall: OracleHall, window: OracleWindow): string[] {
  if (window.state === 'closed') return ['window.not_open']
  return [
    ...(window.state === 'paused' ? ['window.paused'] : []),
    ...(occupantOf(hall, window.window) === undefined ? [] : ['window.busy']),
  ]
}

export function backInLine(ticket: OracleTicket): void {
  Object.assign(ticket, {
    status: 'waiting',
    window: null,
    callNo: 0,
    counted: 0,
    lastCounted: null,
    lastCall: null,
    calledAt: null,
    startedAt: null,
  })
}

export function callAt(hall: OracleHall, ticket: OracleTicket, window: number): void {
  Object.assign(ticket, {
    status: 'called',
    window,
    callNo: 1,
    counted: 1,
    lastCounted: hall.now,
    lastCall: hall.now,
    calledAt: hall.now,
    firstCalledAt: ticket.firstCalledAt ?? hall.now,
  })
}

/** Each earlier arrival of this window's candidates is passed once more; at the bound it is protected (Q17). */
export function overtake(passed: readonly OracleTicket[]): void {
  for (const ticket of passed) {
    ticket.overtaken += 1
    if (ticket.overtaken < MAX_OVERTAKES || ticket.isProtected) continue
    ticket.isProtected = true
    ticket.key = ticket.base
  }
}

/** Who else waits in a line, in the order of calls. */
export function lineOf(hall: OracleHall, line: string, but: OracleTicket): OracleTicket[] {
  return waitingOf(hall).filter((other) => other.line === line && other !== but)
}

/** Behind the third of those, or the last; never before its own key (Q28, Q29). */
export function keyBehind(ticket: OracleTicket, line: readonly OracleTicket[]): number {
  const pace = line.slice(0, PLACES).at(-1)
  return pace === undefined ? ticket.key : Math.max(ticket.key, pace.key)
}

/** A fresh place among those with the same key (Q14). */
export function freshOrder(hall: OracleHall, ticket: OracleTicket): void {
  hall.orders += 1
  ticket.order = hall.orders
}

export function setKey(ticket: OracleTicket, key: number): void {
  ticket.key = key
  ticket.overtaken = 0
  ticket.isProtected = false
}
