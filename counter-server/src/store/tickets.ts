import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { TicketChannel, TicketStatus } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, count, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import type { Explanation } from '../domain/queue/choice.ts'
import type { Quote } from '../domain/queue/estimate.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import { staff } from './schema/people.ts'
import { duty, leg, ticket } from './schema/queue.ts'
import type { Tx } from './tx.ts'

type TicketRow = typeof ticket.$inferSelect

/** The part of a ticket that the order of the queue knows nothing of. */
export interface TicketSecrets {
  readonly channel: TicketChannel
  readonly queryCodeLook: string
  readonly tokenHash: string
  readonly quote: { readonly ahead: number; readonly quote: Quote | null }
}

// Field by field, so that secrets of the row never travel with the domain's ticket.
function toTicket(row: TicketRow): Ticket {
  const { channel: _channel, quote: _quote, queryCodeLook: _look, tokenHash: _hash, ...rest } = row
  return rest
}

export function findTicket(tx: Tx, id: TicketId): Ticket | undefined {
  const row = tx.query.select().from(ticket).where(eq(ticket.id, id)).get()
  return row && toTicket(row)
}

export function findTicketByToken(tx: Tx, tokenHash: string): Ticket | undefined {
  const row = tx.query.select().from(ticket).where(eq(ticket.tokenHash, tokenHash)).get()
  return row && toTicket(row)
}

/** A number of one day; numbers are unique there (Q1). */
export function findTicketByNumber(tx: Tx, date: PlainDate, number: string): Ticket | undefined {
  const row = tx.query
    .select()
    .from(ticket)
    .where(and(eq(ticket.businessDate, date), eq(ticket.number, number)))
    .get()
  return row && toTicket(row)
}

/** The keyed hash of the printed code, for the look-up by number and code (P41). */
export function findQueryCodeLook(tx: Tx, id: TicketId): string | undefined {
  return tx.query.select({ look: ticket.queryCodeLook }).from(ticket).where(eq(ticket.id, id)).get()?.look
}

/** All waiting tickets of a day in call order (Q14); the one list every choice is made from. */
export function findWaiting(tx: Tx, date: PlainDate): Ticket[] {
  return tx.query
    .select()
    .from(ticket)
    .where(and(eq(ticket.businessDate, date), eq(ticket.status, 'waiting')))
    .orderBy(asc(ticket.callKey), asc(ticket.issueOrder))
    .limit(5000)
    .all()
    .map(toTicket)
}

/** The tickets of a day that stand in one of the statuses. */
export function findByStatus(tx: Tx, date: PlainDate, statuses: readonly TicketStatus[]): Ticket[] {
  return tx.query
    .select()
    .from(ticket)
    .where(and(eq(ticket.businessDate, date), inArray(ticket.status, [...statuses])))
    .orderBy(asc(ticket.issueOrder))
    .limit(5000)
    .all()
    .map(toTicket)
}

/** Every ticket of a day, for its close (Q13). */
export function findOfDay(tx: Tx, date: PlainDate): Ticket[] {
  return tx.query
    .select()
    .from(ticket)
    .where(eq(ticket.businessDate, date))
    .orderBy(asc(ticket.issueOrder))
    .limit(20_000)
    .all()
    .map(toTicket)
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

/** The last day a ticket was issued on, so that a business date never runs backwards (Q3). */
export function lastBusinessDate(tx: Tx): PlainDate | null {
  return (tx.sql.prepare('SELECT max(business_date) FROM ticket').pluck().get() ?? null) as PlainDate | null
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
  tx.query
    .insert(ticket)
    .values({ ...value, ...secrets })
    .run()
}

/** Compare-and-set on the version: a lost race is a fault, never a second call of one ticket (Q16). */
export function saveTicket(tx: Tx, before: Ticket, after: Ticket): void {
  const { id, ...values } = after
  const { changes } = tx.query
    .update(ticket)
    .set(values)
    .where(and(eq(ticket.id, id), eq(ticket.version, before.version), eq(ticket.status, before.status)))
    .run()
  if (changes !== 1) throw new Error(`ticket ${id} changed under a transaction`)
}

export interface LegStart {
  readonly ticket: Ticket
  readonly window: number
  readonly duty: string
  readonly calledAt: Instant
  readonly why: Explanation | { readonly kind: 'return'; readonly reason: string | null }
}

export function insertLeg(
  tx: Tx,
  { ticket: { id, leg: number }, window, duty, calledAt, why }: LegStart,
): void {
  tx.query
    .insert(leg)
    .values({ ticket: id, leg: number, window, duty, calledAt, why })
    .onConflictDoNothing()
    .run()
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
  readonly why: Explanation | { readonly kind: 'return'; readonly reason: string | null }
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

/** Minutes of recent finished services of a topic, newest first: 20 s to 90 min count (Q61). */
export function findServiceMinutes(tx: Tx, topic: string, since: Instant): number[] {
  return tx.sql
    .prepare(
      `SELECT (julianday(ended_at) - julianday(started_at)) * 1440 AS minutes FROM leg
       WHERE topic_served = ? AND ended_as = 'served' AND ended_at >= ? AND started_at IS NOT NULL
         AND outcome IN ('accepted','finished_on_spot','consulted','supplement_told','referred')
         AND (julianday(ended_at) - julianday(started_at)) * 1440 BETWEEN 0.333 AND 90
       ORDER BY ended_at DESC LIMIT 200`,
    )
    .pluck()
    .all(topic, since) as number[]
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
