import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { PriorityRate } from '../domain/queue/outlook.ts'
import type { Tx } from './tx.ts'

/** One finished visit, in minutes: the service itself, and the way to the window before it. */
export interface ServiceMinutes {
  readonly service: number
  readonly walk: number
}

/** The newest finished services of a topic, at most 200: 20 s to 90 min with an outcome of its own count (Q61). */
export function findServiceMinutes(tx: Tx, topic: TopicKey, since: Instant): ServiceMinutes[] {
  return tx.sql
    .prepare(
      `SELECT (julianday(ended_at) - julianday(started_at)) * 1440 AS service,
         (julianday(started_at) - julianday(called_at)) * 1440 AS walk FROM leg INDEXED BY leg_of_topic
       WHERE topic_served = ? AND ended_as = 'served' AND ended_at >= ? AND started_at IS NOT NULL
         AND outcome IN ('accepted','finished_on_spot','consulted','supplement_told','referred')
         AND (julianday(ended_at) - julianday(started_at)) * 1440 BETWEEN 0.333 AND 90
       ORDER BY ended_at DESC LIMIT 200`,
    )
    .all(topic, since) as ServiceMinutes[]
}

/**
 * From the end of a visit to the next first call at the same window, in minutes, of somebody who waited already: among the
 * newest 200 visits, without a call in between that ended otherwise. Above half an hour it is a break and no turn (Q60).
 */
export function findTurnMinutes(tx: Tx, window: number, since: Instant): number[] {
  return tx.sql
    .prepare(
      `WITH visit AS (
         SELECT ticket, leg, called_at, lag(ended_at) OVER (ORDER BY ended_at) AS free_at FROM (
           SELECT ticket, leg, called_at, ended_at FROM leg INDEXED BY leg_of_window
           WHERE "window" = :window AND ended_as = 'served' AND ended_at >= :since ORDER BY ended_at DESC LIMIT 200))
       SELECT (julianday(visit.called_at) - julianday(free_at)) * 1440 AS turn
       FROM visit JOIN ticket ON ticket.id = visit.ticket
       WHERE visit.leg = 1 AND ticket.rejoins = 0 AND ticket.cls <> 'appointment'
         AND ticket.issued_at <= free_at AND visit.called_at >= free_at
         AND (julianday(visit.called_at) - julianday(free_at)) * 1440 <= 30
         AND NOT EXISTS (SELECT 1 FROM leg INDEXED BY leg_unserved WHERE "window" = :window AND ended_as <> 'served'
           AND ended_at > free_at AND ended_at <= visit.called_at)`,
    )
    .pluck()
    .all({ window, since }) as number[]
}

/** Calls since an instant that nobody came to (Q60). */
export function countMissed(tx: Tx, since: Instant): number {
  return tx.sql
    .prepare("SELECT count(*) FROM leg WHERE ended_as = 'ticket.missed' AND ended_at >= ?")
    .pluck()
    .get(since) as number
}

/** How often somebody who had missed a call came back to the line on these days (Q28). */
export function countRejoined(tx: Tx, days: readonly PlainDate[]): number {
  return tx.sql
    .prepare(
      "SELECT count(*) FROM journal WHERE business_date IN (SELECT value FROM json_each(?)) AND type = 'ticket.rejoined'",
    )
    .pluck()
    .get(JSON.stringify(days)) as number
}

/** Calls since an instant that ended served. */
export function countServedOf(tx: Tx, topic: TopicKey, since: Instant): number {
  return tx.sql
    .prepare("SELECT count(*) FROM leg WHERE topic_served = ? AND ended_as = 'served' AND ended_at >= ?")
    .pluck()
    .get(topic, since) as number
}

/** Which days the priority tickets of one hour are counted over; `hour` is that of the instants, `03`. */
export interface HourOfDays {
  readonly from: PlainDate
  readonly until: PlainDate
  readonly hour: string
}

/** Priority tickets of a topic in one hour of the day, as a rate over the days on which numbers were given out (Q60). */
export function findPriorityRates(tx: Tx, { from, until, hour }: HourOfDays): PriorityRate[] {
  const days = tx.sql
    .prepare(
      "SELECT count(*) FROM number_counter WHERE business_date >= ? AND business_date < ? AND series = '#'",
    )
    .pluck()
    .get(from, until) as number
  if (days === 0) return []
  const rows = tx.sql
    .prepare(
      `SELECT topic, count(*) AS n FROM ticket INDEXED BY ticket_priority
       WHERE cls = 'priority' AND business_date >= ? AND business_date < ? AND substr(issued_at, 12, 2) = ?
       GROUP BY topic`,
    )
    .all(from, until, hour) as { topic: TopicKey; n: number }[]
  return rows.map(({ topic, n }) => ({ topic, perHour: n / days }))
}
