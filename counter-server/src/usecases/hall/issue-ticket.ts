import type { TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { TicketChannel, TicketClass } from '@counter/shared/vocabulary/ticket'
import { type Estimate, sharingWindows } from '../../domain/queue/estimate.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findServingWindows, findTopic, findTopics, type TopicFacts } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { findPrintGap } from '../../store/print-jobs.ts'
import { type CommandFacts, once } from '../../store/receipts.ts'
import { countAhead, findTicketByNumber, type PlaceInLine } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from './hall-now.ts'
import { guardIntake } from './intake-guard.ts'
import { isHallOpen } from './opening-hours.ts'
import { freshTicket, type Issued, putInLine } from './put-in-line.ts'
import { requireToday } from './require-ticket.ts'
import type { Quoted, WaitEstimator } from './wait.ts'

/** What a number may carry besides topic and class; staff alone set it. */
export interface TicketExtras {
  /** Services behind this one number (Q9). */
  readonly weight: number
  /** 需当面叫. */
  readonly needsSpokenCall: boolean
  /** The number this one follows, when that one may not rejoin any more (Q28). */
  readonly previousTicketId: TicketId | null
}

export interface IssueTicket {
  readonly origin: Origin
  readonly topic: TopicKey
  readonly cls: Exclude<TicketClass, 'appointment'>
  readonly channel: TicketChannel
  readonly extras?: TicketExtras
  /** The missed number that this one follows, as a kiosk knows it (Q28). */
  readonly previousNumber?: string | null
  /** Why a clerk issues although the hall would not (Q42); without it the hall decides. */
  readonly reason?: string | null
  /** What was asked for, where topic and extras only follow from it: a repeat is told by this (R5). */
  readonly asked?: unknown
}

/** A resident takes a number: ticket, event, counter, receipt and print job commit together, and what else belongs to it (Q4 to Q8). */
export function issueTicket(
  deps: Deps & { readonly wait: WaitEstimator },
  command: IssueTicket,
  alsoKept: (tx: Tx, ticket: Ticket) => void = () => {},
): Promise<Issued> {
  const issue = readyToIssue(deps, command, alsoKept)
  return deps.store.write((tx) => once(tx, receiptOf(command), () => issue(tx)))
}

/** What tells the repeat of an issue from another one (R5). */
export function receiptOf(command: IssueTicket): CommandFacts {
  const { origin, topic, cls, extras, reason = null, previousNumber = null } = command
  const said = { topic, cls, ...extras, reason, ...(previousNumber === null ? {} : { previousNumber }) }
  return { origin, name: 'ticket.issue', subject: topic, content: command.asked ?? said }
}

/** The wait is counted before the transaction (Q65); what it answers then issues the number within one. */
export function readyToIssue(
  deps: Deps & { readonly wait: WaitEstimator },
  { origin, topic, cls, channel, extras, reason = null, previousNumber = null }: IssueTicket,
  alsoKept: (tx: Tx, ticket: Ticket) => void,
): (tx: Tx) => Issued {
  const id = deps.newId() as TicketId
  const quoted = deps.wait.quoteComer({ id, topic, cls, weight: extras?.weight ?? 1 })
  return (tx) => {
    const facts = requireTopic(tx, topic)
    if (origin.role === 'kiosk') {
      guardKiosk(deps, tx, origin)
      requireWindowFor(tx, facts)
    }
    guardIntake(tx, { topic, cls, reason })
    const { previousTicketId: named = null, ...marks } = extras ?? {}
    if (named !== null) requireToday(tx, named)
    const previousTicketId = previousNumber === null ? named : requireNumber(tx, previousNumber)
    const ticket = freshTicket(deps, tx, { id, facts, cls, baseTime: toMs(tx.at), ...marks })
    const estimate = estimateOf(tx, ticket, quoted)
    const data = { previousTicketId, reason }
    const issued = putInLine(deps, tx, { origin, ticket, estimate, channel, data })
    alsoKept(tx, ticket)
    return issued
  }
}

function requireNumber(tx: Tx, number: string): TicketId {
  const ticket = findTicketByNumber(tx, todayOf(tx), number)
  if (ticket === undefined) throw new Refusal('ticket.not_found')
  return ticket.id
}

/** A topic with its line and unit; refuses `topic.not_found`. */
export function requireTopic(tx: Tx, topic: TopicKey): TopicFacts {
  const facts = findTopic(tx, topic)
  if (facts === undefined) throw new Refusal('topic.not_found')
  return facts
}

/** A kiosk gives numbers while the hall is open, and one in a few seconds (Q8, Q42). */
export function guardKiosk(deps: Deps, tx: Tx, { device }: Origin): void {
  if (!isHallOpen(tx)) throw new Refusal('ticket.hall_closed')
  const { kioskMinGapMs } = deps.queue(tx)
  const last = device === null ? null : findPrintGap(tx, device)
  if (last !== null && toMs(tx.at) - toMs(last) < kioskMinGapMs)
    throw new Refusal('kiosk.too_fast', { s: kioskMinGapMs / 1000 })
}

/** Nobody shall wait for a matter that no window of the hall takes (Q24). Refuses `topic.no_window`. */
export function requireWindowFor(tx: Tx, { topic }: TopicFacts): void {
  if (!findServingWindows(tx).some(({ services }) => services.has(topic)))
    throw new Refusal('topic.no_window')
}

/** Counted where the number is given out, so that two kiosks never promise the same place (Q62, Q65). */
export function estimateOf(tx: Tx, ticket: Ticket, quoted: Quoted): Estimate {
  const reach = tx.steady(`reach of ${ticket.topic}`, () => reachOf(tx, ticket))
  const ahead = countAhead(tx, { ticket, ...reach })
  return { ahead, quote: quoted(ahead) }
}

// A fresh number is directed to no window, so its topic alone decides who can call it and whom else they can call.
function reachOf(tx: Tx, ticket: Ticket): Omit<PlaceInLine, 'ticket'> {
  const sharing = sharingWindows(ticket, { windows: findServingWindows(tx) })
  const taken = new Set(sharing.flatMap(({ services }) => [...services.keys()]))
  const topics = taken.size < findTopics(tx).length ? [...taken] : null
  return { topics, windows: sharing.map(({ window }) => window) }
}
