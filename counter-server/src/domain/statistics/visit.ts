import type { StaffId, TicketId, TopicKey, VillageCode } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type {
  TicketChannel,
  TicketClass,
  TicketStatus,
  VisitOutcome,
} from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { Estimate } from '../queue/estimate.ts'
import { pilesOf } from './piles.ts'

/** A number as the events of its day made it. */
export interface TicketRecord {
  readonly id: TicketId
  readonly number: string
  readonly line: string
  readonly topic: TopicKey
  readonly cls: TicketClass
  readonly channel: TicketChannel
  readonly status: TicketStatus
  readonly issuedAt: Instant
  readonly baseTime: number
  readonly firstCalledAt: Instant | null
  readonly finishedAt: Instant | null
  /** When it ended without being served, by its last event; null while it lives. */
  readonly endedAt: Instant | null
  readonly outcome: VisitOutcome | null
  readonly postpones: number
  readonly quote: Estimate | null
  /** The village of the person whose case came of it. */
  readonly village: VillageCode | null
}

/** One stay at one window. */
export interface LegRecord {
  readonly ticket: TicketId
  readonly window: number
  readonly staff: StaffId
  readonly calledAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly topicServed: TopicKey | null
  /** How it was called: next, pick, return, direct. */
  readonly kind: string
}

/** An event of the day that figures need beside the rows. */
export interface HallEvent {
  readonly at: Instant
  readonly type: string
  readonly subject: string
  readonly actor: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What one business day left, as far as figures read it. */
export interface DayRecord {
  readonly day: PlainDate
  readonly tickets: readonly TicketRecord[]
  readonly legs: readonly LegRecord[]
  readonly events: readonly HallEvent[]
}

/** Why a visit stays outside every mean (Q69). */
export type Apart = 'direct' | 'by_hand' | 'unrecorded'

export interface LegTime {
  readonly window: number
  readonly staff: StaffId
  readonly topic: TopicKey
  readonly walkMs: number | null
  readonly serviceMs: number | null
}

/** One number with its lengths in milliseconds (Q68). */
export interface Visit {
  readonly day: PlainDate
  readonly ticket: TicketRecord
  readonly arrivedAt: number
  /** The window of the first call that stood. */
  readonly window: number | null
  readonly waitMs: number | null
  readonly stayMs: number | null
  readonly apart: Apart | null
  readonly wasPicked: boolean
  /** Transferred to another place before anybody called it. */
  readonly movedBeforeCall: boolean
  readonly legs: readonly LegTime[]
}

/** The visits of a day, each measured by Q68. */
export function visitsOf({ day, tickets, legs, events }: DayRecord): Visit[] {
  const legsOf = pilesOf(legs, ({ ticket }) => ticket)
  const eventsOf = pilesOf(events, ({ subject }) => subject)
  return tickets.map((ticket) =>
    visitOf(day, ticket, legsOf.get(ticket.id) ?? [], eventsOf.get(ticket.id) ?? []),
  )
}

function visitOf(
  day: PlainDate,
  ticket: TicketRecord,
  legs: readonly LegRecord[],
  events: readonly HallEvent[],
): Visit {
  const arrivedAt = arrivalOf(ticket)
  const { firstCalledAt, finishedAt, issuedAt, status } = ticket
  const standing = legs.filter(({ calledAt }) => firstCalledAt !== null && calledAt >= firstCalledAt)
  return {
    day,
    ticket,
    arrivedAt,
    window: standing[0]?.window ?? null,
    waitMs: firstCalledAt === null ? null : waitOf(ticket, toMs(firstCalledAt) - arrivedAt),
    stayMs: status === 'served' && finishedAt !== null ? toMs(finishedAt) - toMs(issuedAt) : null,
    apart: apartOf(ticket, legs, events),
    wasPicked: standing[0]?.kind === 'pick',
    movedBeforeCall: events.some(
      ({ type, at }) => type === 'ticket.transferred' && (firstCalledAt === null || at <= firstCalledAt),
    ),
    legs: legs.map((leg) => legTime(ticket, leg, events)),
  }
}

// Who has an appointment and comes early waits from its time; a lent or manual number arrived at its base (Q68).
function arrivalOf({ cls, issuedAt, baseTime }: TicketRecord): number {
  return cls === 'appointment' ? Math.max(toMs(issuedAt), baseTime) : baseTime
}

// A holder may be called before the appointment (Q37): no wait, not a fault.
function waitOf({ cls }: TicketRecord, ms: number): number {
  return cls === 'appointment' ? Math.max(0, ms) : ms
}

function apartOf(
  ticket: TicketRecord,
  legs: readonly LegRecord[],
  events: readonly HallEvent[],
): Apart | null {
  if (events.some(({ type }) => type === 'ticket.served_by_hand')) return 'by_hand'
  if (legs[0]?.kind === 'direct') return 'direct'
  return ticket.status === 'served' && ticket.outcome === null ? 'unrecorded' : null
}

/** Walk: the latest call before the start → start. Service: start → end, less what it was held (Q68). */
function legTime(ticket: TicketRecord, leg: LegRecord, events: readonly HallEvent[]): LegTime {
  const { window, staff, calledAt, startedAt, endedAt } = leg
  const place = { window, staff, topic: leg.topicServed ?? ticket.topic }
  if (startedAt === null) return { ...place, walkMs: null, serviceMs: null }
  const calls = events
    .filter(({ type, at }) => CALLS.has(type) && at > calledAt && at <= startedAt)
    .map(({ at }) => at)
  const walkMs = toMs(startedAt) - toMs(calls.at(-1) ?? calledAt)
  if (endedAt === null || leg.topicServed === null) return { ...place, walkMs, serviceMs: null }
  const [start, end] = [toMs(startedAt), toMs(endedAt)]
  return { ...place, walkMs, serviceMs: end - start - heldMs(events, start, end) }
}

const CALLS: ReadonlySet<string> = new Set(['ticket.recalled', 'ticket.called'])
const ENDS_HOLD: ReadonlySet<string> = new Set([
  'ticket.called',
  'ticket.released',
  'ticket.missed',
  'ticket.transferred',
  'ticket.cancelled',
  'ticket.moved',
  'ticket.absent',
  'ticket.served_by_hand',
])

function heldMs(events: readonly HallEvent[], start: number, end: number): number {
  let total = 0
  let since: number | null = null
  for (const { type, at } of events) {
    if (type === 'ticket.held') since = toMs(at)
    else if (since !== null && ENDS_HOLD.has(type)) {
      total += Math.max(0, Math.min(toMs(at), end) - Math.max(since, start))
      since = null
    }
  }
  return total
}
