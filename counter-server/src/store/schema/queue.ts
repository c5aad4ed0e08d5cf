import type { CaseId, LineKey, StaffId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import { PRINT_FAULTS } from '@counter/shared/vocabulary/paper'
import {
  ANNOUNCEMENT_KINDS,
  PRINT_STATES,
  TICKET_CHANNELS,
  TICKET_CLASSES,
  TICKET_STATUSES,
  VISIT_OUTCOMES,
  VOICE_PATHS,
} from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const duty = sqliteTable('duty', {
  id: text().primaryKey(),
  window: integer().notNull(),
  staff: text().$type<StaffId>().notNull(),
  device: text(),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  takenOver: text('taken_over'),
  closedAt: text('closed_at').$type<Instant>(),
  pausedAt: text('paused_at').$type<Instant>(),
  reason: text(),
  until: text().$type<Instant>(),
})

export const ticket = sqliteTable('ticket', {
  id: text().$type<TicketId>().primaryKey(),
  businessDate: text('business_date').$type<PlainDate>().notNull(),
  prefix: text().notNull(),
  serial: integer().notNull(),
  number: text().notNull(),
  line: text().$type<LineKey>().notNull(),
  topic: text().$type<TopicKey>().notNull(),
  cls: text({ enum: TICKET_CLASSES }).notNull(),
  channel: text({ enum: TICKET_CHANNELS }).notNull(),
  status: text({ enum: TICKET_STATUSES }).notNull(),
  issuedAt: text('issued_at').$type<Instant>().notNull(),
  baseTime: integer('base_ms').notNull(),
  callKey: integer('call_key').notNull(),
  issueOrder: integer('issue_order').notNull(),
  weight: integer().notNull(),
  directedWindow: integer('directed_window'),
  window: integer(),
  leg: integer().notNull(),
  callNo: integer('call_no').notNull(),
  countedCalls: integer('counted_calls').notNull(),
  lastCountedCallAt: text('last_counted_call_at').$type<Instant>(),
  lastCallAt: text('last_call_at').$type<Instant>(),
  calledAt: text('called_at').$type<Instant>(),
  firstCalledAt: text('first_called_at').$type<Instant>(),
  startedAt: text('started_at').$type<Instant>(),
  finishedAt: text('finished_at').$type<Instant>(),
  heldAt: text('held_at').$type<Instant>(),
  missedAt: text('missed_at').$type<Instant>(),
  cancelledAt: text('cancelled_at').$type<Instant>(),
  cancelledFrom: text('cancelled_from', { enum: TICKET_STATUSES }),
  outcome: text({ enum: VISIT_OUTCOMES }),
  rejoins: integer().notNull(),
  postpones: integer().notNull(),
  overtaken: integer().notNull(),
  protectedAt: text('protected_at').$type<Instant>(),
  caseId: text('case_id').$type<CaseId>(),
  needsSpokenCall: integer('needs_spoken_call', { mode: 'boolean' }).notNull(),
  quote: text({ mode: 'json' }),
  queryCodeLook: text('query_code_look').notNull(),
  tokenHash: text('token_hash').notNull(),
  version: integer().notNull(),
})

export const leg = sqliteTable(
  'leg',
  {
    ticket: text().$type<TicketId>().notNull(),
    leg: integer().notNull(),
    window: integer().notNull(),
    duty: text().notNull(),
    calledAt: text('called_at').$type<Instant>().notNull(),
    startedAt: text('started_at').$type<Instant>(),
    endedAt: text('ended_at').$type<Instant>(),
    endedAs: text('ended_as'),
    outcome: text({ enum: VISIT_OUTCOMES }),
    topicServed: text('topic_served').$type<TopicKey>(),
    why: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.ticket, table.leg] })],
)

export const announcement = sqliteTable('announcement', {
  seq: integer().primaryKey(),
  businessDate: text('business_date').$type<PlainDate>().notNull(),
  kind: text({ enum: ANNOUNCEMENT_KINDS }).notNull(),
  ticket: text().$type<TicketId>().notNull(),
  number: text().notNull(),
  tag: text({ enum: ['priority', 'appointment'] }),
  window: integer().notNull(),
  callNo: integer('call_no').notNull(),
  at: text().$type<Instant>().notNull(),
  clips: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  shownAt: text('shown_at').$type<Instant>(),
  spokenAt: text('spoken_at').$type<Instant>(),
  path: text({ enum: VOICE_PATHS }),
  withdrawnAt: text('withdrawn_at').$type<Instant>(),
  expiredAt: text('expired_at').$type<Instant>(),
  cancelledAt: text('cancelled_at').$type<Instant>(),
})

export const printJob = sqliteTable('print_job', {
  id: text().primaryKey(),
  ticket: text().$type<TicketId>().notNull(),
  device: text(),
  state: text({ enum: PRINT_STATES }).notNull(),
  nth: integer().notNull(),
  queuedAt: text('queued_at').$type<Instant>().notNull(),
  reportedAt: text('reported_at').$type<Instant>(),
  sentAt: text('sent_at').$type<Instant>(),
  printer: text(),
  fault: text({ enum: PRINT_FAULTS }),
})

export const spareSheet = sqliteTable('spare_sheet', {
  id: text().primaryKey(),
  first: integer().notNull(),
  last: integer().notNull(),
  printedAt: text('printed_at').$type<Instant>().notNull(),
  by: text().notNull(),
})
