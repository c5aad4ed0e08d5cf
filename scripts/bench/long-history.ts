import Database from 'better-sqlite3'

const DAYS = 2_500
const A_DAY = 480
/** 2,500 working days lie in ten years. */
const CALENDAR_DAYS_A_DAY = 1.46

const TOPICS = ['social', 'relief', 'subsidy', 'family', 'forest', 'farm', 'mediation', 'unsure']
const EVENTS = ['ticket.issued', 'ticket.called', 'ticket.started', 'ticket.finished']

/**
 * Ten years as they leave the store: 1.2 million tickets served, their legs, calls, papers and four journal rows each.
 * Written past the product, because nobody can wait for ten years of its own writing; the shapes are its own.
 */
export function writeTenYears(file: string, tickets = DAYS * A_DAY): void {
  const database = new Database(file)
  database.pragma('synchronous = OFF')
  database.pragma('foreign_keys = OFF')
  database.pragma('cache_size = -400000')
  const staff = database.prepare("SELECT id FROM staff WHERE role = 'clerk' LIMIT 1").pluck().get()
  const lastCall = database.prepare('SELECT coalesce(max(seq), 0) FROM announcement').pluck().get()
  database.exec('BEGIN')
  for (const statement of STATEMENTS) database.prepare(statement).run({ staff, tickets, lastCall })
  database.exec('COMMIT')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

const topicOf = `CASE i % 8 ${TOPICS.map((topic, at) => `WHEN ${at} THEN '${topic}'`).join(' ')} END`
const dayOf = `date('now', '+8 hours', printf('-%d days', 2 + CAST((${DAYS} - i / ${A_DAY}) * ${CALENDAR_DAYS_A_DAY} AS INTEGER)))`
// Each ticket of a day a minute after the last one; waits below half an hour, services of 3 to 12 minutes.
const at = (minutes: string) =>
  `strftime('%Y-%m-%dT%H:%M:%fZ', day || 'T00:30:00Z', printf('+%d minutes', i % ${A_DAY} + ${minutes}))`
const VISITS = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @tickets),
  visit AS (SELECT i, printf('history-%08d', i) AS id, ${dayOf} AS day, ${topicOf} AS topic, i % 4 + 1 AS place,
    printf('综 %03d', i % ${A_DAY} + 1) AS number, CASE WHEN i % 7 = 6 THEN 'priority' ELSE 'ordinary' END AS cls FROM n)`

const STATEMENTS = [
  `INSERT INTO duty (id, "window", staff, opened_at, closed_at)
   SELECT printf('history-%d', column1), column1, @staff, '2016-01-01T00:30:00.000Z', '2016-01-01T09:30:00.000Z'
   FROM (VALUES (1), (2), (3), (4)) WHERE @tickets + @lastCall >= 0`,
  `${VISITS} INSERT INTO number_counter SELECT DISTINCT day, '#', ${A_DAY} FROM visit
   WHERE i % ${A_DAY} = 0 AND @lastCall >= 0 AND @staff IS NOT NULL`,
  `${VISITS} INSERT INTO ticket (id, business_date, prefix, serial, number, line, topic, cls, channel, status, issued_at,
     base_ms, call_key, issue_order, "window", leg, call_no, counted_calls, called_at, first_called_at, started_at,
     finished_at, outcome, quote, query_code_look, token_hash, version)
   SELECT id, day, '综', i % ${A_DAY} + 1, number, (SELECT line FROM topic WHERE key = visit.topic), topic, cls, 'kiosk',
     'served', ${at('0')}, unixepoch(${at('0')}) * 1000, unixepoch(${at('0')}) * 1000, i % ${A_DAY} + 1, place, 1, 1, 1,
     ${at('i % 30')}, ${at('i % 30')}, ${at('i % 30 + 1')}, ${at('i % 30 + 4 + i % 10')}, 'consulted',
     '{"ahead":4,"quote":{"p10":6.1,"p50":12.4,"p80":17.9,"p90":20.8,"shown":{"kind":"range","low":10,"high":20},"windows":4,"model":"roll-3"}}',
     hex(randomblob(16)), hex(randomblob(16)), 4
   FROM visit WHERE @lastCall >= 0 AND @staff IS NOT NULL`,
  `${VISITS} INSERT INTO leg (ticket, leg, "window", duty, called_at, started_at, ended_at, ended_as, outcome, topic_served, why)
   SELECT id, 1, place, printf('history-%d', place), ${at('i % 30')}, ${at('i % 30 + 1')}, ${at('i % 30 + 4 + i % 10')},
     'served', 'consulted', topic, json_object('kind', 'next', 'tier', 1, 'chosen', json_object('ticketId', id, 'number', number,
       'cls', cls, 'baseTime', i, 'delayMs', 1200000, 'callKey', i, 'issueOrder', i), 'passed', json('[]'), 'runnerUp', NULL, 'reason', NULL)
   FROM visit WHERE @lastCall >= 0 AND @staff IS NOT NULL`,
  `${VISITS} INSERT INTO announcement (seq, business_date, kind, ticket, number, "window", call_no, at, clips, shown_at, spoken_at, path)
   SELECT @lastCall + i + 1, day, 'call', id, number, place, 1, ${at('i % 30')}, '["chime","please"]', ${at('i % 30')}, ${at('i % 30')}, 'clips'
   FROM visit WHERE @staff IS NOT NULL`,
  `${VISITS} INSERT INTO print_job (id, ticket, device, state, nth, queued_at, reported_at)
   SELECT printf('paper-%08d', i), id, printf('history-kiosk-%d', i % 4), 'printed', 1, ${at('0')}, ${at('0')}
   FROM visit WHERE @lastCall >= 0 AND @staff IS NOT NULL`,
  `${VISITS} INSERT INTO journal (at, business_date, type, subject, version, actor, data)
   SELECT ${at('i % 30')}, day, event.value, visit.id, event.key + 1, 'staff:history',
     json_object('leg', 1, 'window', place, 'kind', 'next', 'number', number, 'topic', topic, 'callKey', i, 'issueOrder', i)
   FROM visit JOIN json_each('${JSON.stringify(EVENTS)}') AS event WHERE @lastCall >= 0 AND @staff IS NOT NULL`,
]
