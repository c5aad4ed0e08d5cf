import { CLOCK_STATES } from '@counter/shared/vocabulary/case'
import type { CommandId, StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import {
  LETTER_CHANNELS,
  LETTER_EVENT_TYPES,
  LETTER_STATUSES,
  LETTER_TOPICS,
  type LetterFlag,
  REPLY_WAYS,
  SATISFACTIONS,
} from '@counter/shared/vocabulary/letter'
import { REVEAL_PURPOSES } from '@counter/shared/vocabulary/personal-data'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const letter = sqliteTable('letter', {
  id: text().primaryKey(),
  number: text().notNull(),
  channel: text({ enum: LETTER_CHANNELS }).notNull(),
  topic: text({ enum: LETTER_TOPICS }).notNull(),
  person: text(),
  status: text({ enum: LETTER_STATUSES }).notNull(),
  flags: text({ mode: 'json' }).$type<readonly LetterFlag[]>().notNull(),
  unit: text().$type<UnitCode>(),
  handler: text().$type<StaffId>(),
  externalNumber: text('external_number'),
  original: text(),
  receivedAt: text('received_at').$type<Instant>().notNull(),
  repliedAt: text('replied_at').$type<Instant>(),
  endedAt: text('ended_at').$type<Instant>(),
  way: text({ enum: REPLY_WAYS }),
  satisfied: text({ enum: SATISFACTIONS }),
  clockKind: text('clock_kind', { enum: ['committed', 'notice'] }),
  clockState: text('clock_state', { enum: CLOCK_STATES }),
  dueOn: text('due_on').$type<PlainDate>(),
  dueAt: text('due_at').$type<Instant>(),
  yellowAt: text('yellow_at').$type<Instant>(),
  isProvisional: integer('is_provisional', { mode: 'boolean' }).notNull(),
  isOnTime: integer('is_on_time', { mode: 'boolean' }),
  hasOrder: integer('has_order', { mode: 'boolean' }).notNull(),
  publishedAt: text('published_at').$type<Instant>(),
  publishedText: text('published_text'),
  writerEvent: text('writer_event'),
  writerPerson: text('writer_person'),
  nextMarkAt: text('next_mark_at').$type<Instant>(),
  listKey: text('list_key').notNull(),
  madeWith: text('made_with').notNull(),
  queryCodeLook: text('query_code_look').notNull(),
  tokenHash: text('token_hash').notNull(),
  rev: integer().notNull(),
})

export const letterEvent = sqliteTable('letter_event', {
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull(),
  letter: text().notNull(),
  rev: integer().notNull(),
  type: text({ enum: LETTER_EVENT_TYPES }).notNull(),
  occurredAt: text('occurred_at').$type<Instant>().notNull(),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  actor: text().notNull(),
  role: text().notNull(),
  device: text(),
  commandId: text('command_id').$type<CommandId>(),
  from: text({ enum: LETTER_STATUSES }),
  to: text({ enum: LETTER_STATUSES }).notNull(),
  payload: text({ mode: 'json' }).notNull(),
})

export const letterText = sqliteTable('letter_text', {
  event: text().primaryKey(),
  wordsEnc: blob('words_enc', { mode: 'buffer' }).notNull(),
})

export const letterReveal = sqliteTable('letter_reveal', {
  audit: integer().primaryKey(),
  letter: text().notNull(),
  field: text({ enum: ['name', 'phone', 'address'] }).notNull(),
  purpose: text({ enum: REVEAL_PURPOSES }).notNull(),
  at: text().$type<Instant>().notNull(),
  role: text().notNull(),
  unit: text().$type<UnitCode>(),
  purposeEnc: blob('purpose_enc', { mode: 'buffer' }).notNull(),
})

export const boxOpening = sqliteTable('box_opening', {
  id: text().primaryKey(),
  openedOn: text('opened_on').$type<PlainDate>().notNull(),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  first: text().$type<StaffId>().notNull(),
  second: text().$type<StaffId>().notNull(),
  count: integer().notNull(),
})

export const bookReading = sqliteTable('book_reading', {
  id: text().primaryKey(),
  readOn: text('read_on').$type<PlainDate>().notNull(),
  readAt: text('read_at').$type<Instant>().notNull(),
  staff: text().$type<StaffId>().notNull(),
  count: integer().notNull(),
})

export const dutyRoster = sqliteTable('duty_roster', {
  day: text().$type<PlainDate>().primaryKey(),
  staff: text().$type<StaffId>().notNull(),
  leader: text().$type<StaffId>().notNull(),
  version: integer().notNull(),
})
