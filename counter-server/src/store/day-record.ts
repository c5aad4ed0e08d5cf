import { addDays } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { DayRecord, HallEvent, LegRecord, TicketRecord } from '../domain/statistics/visit.ts'
import type { Tx } from './tx.ts'

// An end without service has no column of its own for each kind: it is the ticket's last event that ended it. A paper may
// be printed again, or a wall tell what it showed, long after.
const TICKETS = `SELECT id, number, line, topic, cls, channel, status, issued_at AS issuedAt, base_ms AS baseTime,
    first_called_at AS firstCalledAt, finished_at AS finishedAt, outcome, postpones, quote,
    CASE WHEN status IN ('absent','moved','cancelled')
      THEN (SELECT at FROM journal WHERE subject = ticket.id
        AND type IN ('ticket.absent','ticket.moved','ticket.cancelled') ORDER BY seq DESC LIMIT 1) END AS endedAt,
    (SELECT coalesce("case".village, person.village) FROM "case" JOIN person ON person.id = "case".person
      WHERE "case".ticket = ticket.id LIMIT 1) AS village
  FROM ticket WHERE business_date = ? ORDER BY issue_order LIMIT 20000`

const LEGS = `SELECT leg.ticket, leg."window", duty.staff, leg.called_at AS calledAt, leg.started_at AS startedAt,
    leg.ended_at AS endedAt, leg.topic_served AS topicServed, json_extract(leg.why, '$.kind') AS kind
  FROM ticket JOIN leg ON leg.ticket = ticket.id JOIN duty ON duty.id = leg.duty
  WHERE ticket.business_date = ? ORDER BY leg.ticket, leg.leg LIMIT 40000`

// A call lists everybody it passed; figures do not read that, so it is left in the journal.
const EVENTS = `SELECT at, type, subject, actor, json_remove(data, '$.passed', '$.runnerUp', '$.key') AS data FROM journal
  WHERE business_date = ? AND type IN ('call.undone','ticket.absent','ticket.called','ticket.cancelled','ticket.held',
    'ticket.missed','ticket.moved','ticket.protected','ticket.recalled','ticket.reclassed','ticket.released',
    'ticket.served_by_hand','ticket.started','ticket.transferred','window.closed','window.opened','window.paused',
    'window.resumed','window.taken_over')
  ORDER BY seq LIMIT 100000`

/** What one business day left: its numbers, their stays, and the events that figures need (Q67). */
export function findDayRecord({ sql }: Tx, day: PlainDate): DayRecord {
  const tickets = sql.prepare(TICKETS).all(day) as (Omit<TicketRecord, 'quote'> & { quote: string | null })[]
  const events = sql.prepare(EVENTS).all(day) as (Omit<HallEvent, 'data'> & { data: string })[]
  return {
    day,
    tickets: tickets.map(({ quote, ...rest }) => ({
      ...rest,
      quote: quote === null ? null : JSON.parse(quote),
    })),
    legs: sql.prepare(LEGS).all(day) as LegRecord[],
    events: events.map(({ data, ...rest }) => ({ ...rest, data: JSON.parse(data) })),
  }
}

/** The days of the two months before one that have numbers, newest first. */
export function findDaysWithTickets({ sql }: Tx, before: PlainDate, limit: number): PlainDate[] {
  return sql
    .prepare(
      'SELECT DISTINCT business_date FROM ticket WHERE business_date >= ? AND business_date < ? ORDER BY 1 DESC LIMIT ?',
    )
    .pluck()
    .all(addDays(before, -60), before, limit) as PlainDate[]
}

/** The names that the centre has given its lines, topics, windows, villages and clerks. */
export interface ReportNames {
  readonly line: ReadonlyMap<string, string>
  readonly topic: ReadonlyMap<string, string>
  readonly window: ReadonlyMap<string, string>
  readonly village: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
}

const NAMES = {
  line: 'SELECT key, name FROM line',
  topic: 'SELECT topic.key, unit.name FROM topic JOIN unit ON unit.code = topic.unit',
  window: 'SELECT "window", name FROM "window"',
  village: 'SELECT code, name FROM village',
  staff: 'SELECT id, display_name FROM staff',
} as const satisfies Record<keyof ReportNames, string>

export function findReportNames({ sql }: Tx): ReportNames {
  const namesOf = (what: keyof ReportNames) => {
    const rows = sql.prepare(`${NAMES[what]} LIMIT 2000`).raw().all() as [string | number, string][]
    return new Map(rows.map(([key, name]) => [String(key), name]))
  }
  return {
    line: namesOf('line'),
    topic: namesOf('topic'),
    window: namesOf('window'),
    village: namesOf('village'),
    staff: namesOf('staff'),
  }
}
