import type { TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { TicketStatus, VisitOutcome } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, count, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'
import type { Explanation } from '../domain/queue/choice.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import { staff } from './schema/people.ts'
import { duty, leg, ticket } from './schema/queue.ts'
import { statement } from './statement.ts'
import { readTickets, type TicketSecrets, writeNewTicket, writeTicket } from './ticket-rows.ts'
import type { Tx } from './tx.ts'

export function findTicket(tx: Tx, id: TicketId): Ticket | undefined {
  return readTickets(tx, 'WHERE id = ?', id)[0]
}

export function findTicketByToken(tx: Tx, tokenHash: string): Ticket | undefined {
  return readTickets(tx, 'WHERE token_hash = ?', tokenHash)[0]
}

/** A number of one day; numbers are unique there (Q1). */
export function findTicketByNumber(tx: Tx, date: PlainDate, number: string): Ticket | undefined {
  return readTickets(tx, 'WHERE business_date = ? AND number = ?', date, number)[0]
}

/** The numbers of one day with these digits, of one series or of all (Q1); the index of the day is read. */
export function findBySerial(
  tx: Tx,
  date: PlainDate,
  { prefix, serial }: { prefix: string | null; serial: number },
): Ticket[] {
  return prefix === null
    ? readTickets(tx, 'WHERE business_date = ? AND serial = ? ORDER BY issue_order LIMIT 10', date, serial)
    : readTickets(tx, 'WHERE business_date = ? AND prefix = ? AND serial = ?', date, prefix, serial)
}

/** The keyed hash of the printed code, for the look-up by number and code (P41). */
export function findQueryCodeLook(tx: Tx, id: TicketId): string | undefined {
  return tx.query.select({ look: ticket.queryCodeLook }).from(ticket).where(eq(ticket.id, id)).get()?.look
}

/** All waiting tickets of a day in call order (Q14); the one list every choice is made from. */
export function findWaiting(tx: Tx, date: PlainDate): Ticket[] {
  return readTickets(
    tx,
    "WHERE business_date = ? AND status = 'waiting' ORDER BY call_key, issue_order LIMIT 5000",
    date,
  )
}

/** Where a ticket is after its call and before its end; what the index of live tickets holds. */
type LiveStatus = Extract<TicketStatus, 'called' | 'serving' | 'held' | 'missed'>
const LIVE = "status IN ('called','serving','held','missed')"

/** The live tickets of a day that stand in one of the statuses; those already served are not read. */
export function findByStatus(tx: Tx, date: PlainDate, statuses: readonly LiveStatus[]): Ticket[] {
  const wanted = statuses.map((status) => `'${status}'`).join(', ')
  return readTickets(
    tx,
    `INDEXED BY ticket_live WHERE business_date = ? AND ${LIVE} AND status IN (${wanted}) ORDER BY issue_order LIMIT 5000`,
    date,
  )
}

/** Every ticket of a day, for its close (Q13). */
export function findOfDay(tx: Tx, date: PlainDate): Ticket[] {
  return readTickets(tx, 'WHERE business_date = ? ORDER BY issue_order LIMIT 20000', date)
}

/** The days before `date` that still have an unfinished ticket: a boot sweep closes them (Q13). */
export function findUnclosedDays(tx: Tx, date: PlainDate): PlainDate[] {
  // Two halves, each of an index that holds open tickets alone: the past itself is not read.
  return tx.sql
    .prepare(
      `SELECT business_date FROM ticket WHERE status = 'waiting' AND business_date < ?
       UNION SELECT business_date FROM ticket WHERE status IN ('called','serving','held','missed') AND business_date < ? ORDER BY 1`,
    )
    .pluck()
    .all(date, date) as PlainDate[]
}

/** The next number of a series, raised in this transaction (Q1). Series `#` is the day's issue order. */
export function nextSerial(tx: Tx, date: PlainDate, series: string): number {
  return tx.sql
    .prepare(
      'INSERT INTO number_counter VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last',
    )
    .pluck()
    .get(date, series) as number
}

export function insertTicket(tx: Tx, value: Ticket, secrets: TicketSecrets): void {
  writeNewTicket(tx, value, secrets)
}

/** Compare-and-set on the version: a lost race is a fault, never a second call of one ticket (Q16). */
export function saveTicket(tx: Tx, before: Ticket, after: Ticket): void {
  if (writeTicket(tx, before, after) !== 1) throw new Error(`ticket ${after.id} changed under a transaction`)
}

/** Why a leg began: by the order or out of it, called back from hold, or served at once (Q11, Q19, Q30). */
export type CallReason = Explanation | { readonly kind: 'return' | 'direct'; readonly reason: string | null }

export interface LegStart {
  readonly ticket: Ticket
  readonly window: number
  readonly duty: string
  readonly calledAt: Instant
  /** Given when the leg begins with the service itself (Q11). */
  readonly startedAt?: Instant
  readonly why: CallReason
}

const newLeg = statement((query) =>
  query
    .insert(leg)
    .values({
      ticket: sql.placeholder('ticket'),
      leg: sql.placeholder('leg'),
      window: sql.placeholder('window'),
      duty: sql.placeholder('duty'),
      calledAt: sql.placeholder('calledAt'),
      startedAt: sql.placeholder('startedAt'),
      why: sql.placeholder('why'),
    })
    .onConflictDoNothing()
    .prepare(),
)

export function insertLeg(
  tx: Tx,
  { ticket: { id, leg: number }, window, duty, calledAt, startedAt, why }: LegStart,
): void {
  newLeg(tx).run({ ticket: id, leg: number, window, duty, calledAt, startedAt: startedAt ?? null, why })
}

export function saveLeg(
  tx: Tx,
  { id, leg: number }: Ticket,
  changes: Partial<typeof leg.$inferInsert>,
): void {
  tx.query
    .update(leg)
    .set(changes)
    .where(and(eq(leg.ticket, id), eq(leg.leg, number)))
    .run()
}

export interface LegFacts {
  readonly why: CallReason
  /** Who called. */
  readonly by: string
  readonly calledAt: Instant
}

/** The present or last leg of a ticket, with why it was called (Q19). */
export function findLeg(tx: Tx, id: TicketId): LegFacts | undefined {
  const row = tx.query
    .select({ why: leg.why, calledAt: leg.calledAt, by: staff.displayName })
    .from(leg)
    .innerJoin(duty, eq(duty.id, leg.duty))
    .innerJoin(staff, eq(staff.id, duty.staff))
    .where(eq(leg.ticket, id))
    .orderBy(desc(leg.leg))
    .limit(1)
    .get()
  return row && { why: row.why as LegFacts['why'], by: row.by, calledAt: row.calledAt }
}

/** A place in the call order of a day, and the windows by which the people before it are counted. */
export interface PlaceInLine {
  readonly ticket: Pick<Ticket, 'businessDate' | 'callKey' | 'issueOrder'>
  /** Null where the windows take every matter: then no row needs its topic looked up. */
  readonly topics: readonly TopicKey[] | null
  readonly windows: readonly number[]
}

/** Waiting tickets before a place that may be called at one of the windows (Q62); from the index alone. */
export function countAhead(tx: Tx, { ticket, topics, windows }: PlaceInLine): number {
  const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')
  const undirected = topics === null ? '' : ` AND topic IN (${marks(topics)})`
  // Earlier keys and the same key apart: a pair would be compared again at each row of the range.
  const before = (place: string) => `SELECT count(*) FROM ticket INDEXED BY ticket_waiting
    WHERE business_date = ? AND status = 'waiting' AND ${place}
      AND (directed_window IS NULL${undirected} OR directed_window IN (${marks(windows)}))`
  const { businessDate, callKey, issueOrder } = ticket
  const callable = [...(topics ?? []), ...windows]
  return tx.sql
    .prepare(`SELECT (${before('call_key < ?')}) + (${before('call_key = ? AND issue_order < ?')})`)
    .pluck()
    .get(businessDate, callKey, ...callable, businessDate, callKey, issueOrder, ...callable) as number
}

/** How many visits a window finished since an instant. */
export function countServed(tx: Tx, window: number, since: Instant): number {
  return (
    tx.query
      .select({ n: count() })
      .from(leg)
      .where(
        and(
          eq(leg.window, window),
          eq(leg.endedAs, 'served'),
          isNotNull(leg.endedAt),
          gte(leg.endedAt, since),
        ),
      )
      .get()?.n ?? 0
  )
}

/** What the last leg of a ticket was recorded with; a number served by hand has none (Q34). */
export function findVisitRecord(
  tx: Tx,
  id: TicketId,
): { readonly outcome: VisitOutcome | null; readonly topicServed: TopicKey } | undefined {
  const row = tx.query
    .select({ outcome: leg.outcome, topicServed: leg.topicServed })
    .from(leg)
    .where(eq(leg.ticket, id))
    .orderBy(desc(leg.leg))
    .limit(1)
    .get()
  return row?.topicServed == null
    ? undefined
    : { outcome: row.outcome as VisitOutcome | null, topicServed: row.topicServed }
}

/** The numbers that ended at a window on a day, newest first, those entered later among them: what may need a correction (Q34, Q35). */
export function findServedAt(tx: Tx, date: PlainDate, window: number, limit: number): Ticket[] {
  return readTickets(
    tx,
    `INDEXED BY ticket_of_day WHERE business_date = ? AND "window" = ? AND status = 'served'
     ORDER BY finished_at DESC LIMIT ?`,
    date,
    window,
    limit,
  )
}
