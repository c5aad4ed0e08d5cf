import {
  CASE_CHANNELS,
  CASE_EVENT_TYPES,
  CASE_STATUSES,
  CASE_TYPES,
  type CaseFlag,
  CLOCK_KINDS,
  CLOCK_STATES,
  MARK_THRESHOLDS,
  SUBTASK_ENDS,
} from '@counter/shared/vocabulary/case'
import type {
  CaseId,
  CommandId,
  ItemCode,
  StaffId,
  TicketId,
  UnitCode,
  VillageCode,
} from '@counter/shared/vocabulary/ids'
import { ID_KINDS, PERSON_FIELDS, REVEAL_PURPOSES } from '@counter/shared/vocabulary/personal-data'
import { RESULT_NEWS } from '@counter/shared/vocabulary/result'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PausedClock } from '../../domain/case/case-clocks.ts'

export const person = sqliteTable('person', {
  id: text().primaryKey(),
  nameEnc: blob('name_enc', { mode: 'buffer' }).notNull(),
  idNoEnc: blob('id_no_enc', { mode: 'buffer' }),
  phoneEnc: blob('phone_enc', { mode: 'buffer' }),
  addressEnc: blob('address_enc', { mode: 'buffer' }),
  agentEnc: blob('agent_enc', { mode: 'buffer' }),
  nameMasked: text('name_masked').notNull(),
  nameLook: text('name_look').notNull(),
  idNoLook: text('id_no_look'),
  phoneLook: text('phone_look'),
  village: text().$type<VillageCode>(),
  idKind: text('id_kind', { enum: ID_KINDS }).notNull(),
  contactEnc: blob('contact_enc', { mode: 'buffer' }),
  erasedAt: text('erased_at').$type<Instant>(),
})

export const cases = sqliteTable('case', {
  id: text().$type<CaseId>().primaryKey(),
  number: text().notNull(),
  item: text().$type<ItemCode>().notNull(),
  itemVersion: integer('item_version').notNull(),
  itemName: text('item_name').notNull(),
  caseType: text('case_type', { enum: CASE_TYPES }).notNull(),
  channel: text({ enum: CASE_CHANNELS }).notNull(),
  village: text().$type<VillageCode>(),
  person: text().notNull(),
  ticket: text().$type<TicketId>(),
  unit: text().$type<UnitCode>().notNull(),
  handler: text().$type<StaffId>(),
  status: text({ enum: CASE_STATUSES }).notNull(),
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  flags: text({ mode: 'json' }).$type<readonly CaseFlag[]>().notNull(),
  receivedAt: text('received_at').$type<Instant>().notNull(),
  registeredAt: text('registered_at').$type<Instant>(),
  acceptedAt: text('accepted_at').$type<Instant>(),
  decidedAt: text('decided_at').$type<Instant>(),
  endedAt: text('ended_at').$type<Instant>(),
  clockKind: text('clock_kind', { enum: CLOCK_KINDS }),
  clockState: text('clock_state', { enum: CLOCK_STATES }),
  dueOn: text('due_on').$type<PlainDate>(),
  dueAt: text('due_at').$type<Instant>(),
  yellowAt: text('yellow_at').$type<Instant>(),
  clockUnit: text('clock_unit', { enum: ['workday', 'day'] }),
  clockFrom: text('clock_from').$type<PlainDate>(),
  isProvisional: integer('is_provisional', { mode: 'boolean' }).notNull(),
  isOnTime: integer('is_on_time', { mode: 'boolean' }),
  hasApproval: integer('has_approval', { mode: 'boolean' }).notNull(),
  resultNews: text('result_news', { enum: RESULT_NEWS }),
  hasOrder: integer('has_order', { mode: 'boolean' }).notNull(),
  hasDuplicate: integer('has_duplicate', { mode: 'boolean' }).notNull(),
  mergedInto: text('merged_into').$type<CaseId>(),
  queryCodeLook: text('query_code_look').notNull(),
  tokenHash: text('token_hash').notNull(),
  listKey: text('list_key').notNull(),
  madeWith: text('made_with').notNull(),
  handOverDueAt: text('hand_over_due_at').$type<Instant>(),
  pausedClock: text('paused_clock', { mode: 'json' }).$type<PausedClock>(),
  bringBy: text('bring_by').$type<PlainDate>(),
  withdrawalAskedAt: text('withdrawal_asked_at').$type<Instant>(),
  rev: integer().notNull(),
})

export const caseEvent = sqliteTable('case_event', {
  seq: integer().primaryKey({ autoIncrement: true }),
  id: text().notNull(),
  case: text().$type<CaseId>().notNull(),
  rev: integer().notNull(),
  type: text({ enum: CASE_EVENT_TYPES }).notNull(),
  occurredAt: text('occurred_at').$type<Instant>().notNull(),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  actor: text().notNull(),
  role: text().notNull(),
  device: text(),
  commandId: text('command_id').$type<CommandId>(),
  from: text({ enum: CASE_STATUSES }),
  to: text({ enum: CASE_STATUSES }).notNull(),
  payload: text({ mode: 'json' }).notNull(),
})

export const caseText = sqliteTable('case_text', {
  event: text().primaryKey(),
  textEnc: blob('text_enc', { mode: 'buffer' }).notNull(),
  isForm: integer('is_form', { mode: 'boolean' }).notNull(),
})

export const reveal = sqliteTable('reveal', {
  audit: integer().primaryKey(),
  case: text().$type<CaseId>().notNull(),
  field: text({ enum: PERSON_FIELDS }).notNull(),
  purpose: text({ enum: REVEAL_PURPOSES }).notNull(),
  at: text().$type<Instant>().notNull(),
  role: text().notNull(),
  unit: text().$type<UnitCode>(),
  purposeEnc: blob('purpose_enc', { mode: 'buffer' }).notNull(),
})

export const fileLook = sqliteTable('file_look', {
  audit: integer().primaryKey(),
  case: text().$type<CaseId>().notNull(),
  at: text().$type<Instant>().notNull(),
  role: text().notNull(),
  unit: text().$type<UnitCode>(),
})

export const caseClock = sqliteTable(
  'case_clock',
  {
    case: text().$type<CaseId>().notNull(),
    kind: text({ enum: CLOCK_KINDS }).notNull(),
    state: text({ enum: CLOCK_STATES }).notNull(),
    dueOn: text('due_on').$type<PlainDate>(),
    dueAt: text('due_at').$type<Instant>(),
    yellowAt: text('yellow_at').$type<Instant>(),
    isProvisional: integer('is_provisional', { mode: 'boolean' }).notNull(),
    nextMarkAt: text('next_mark_at').$type<Instant>(),
    fingerprint: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.case, table.kind] })],
)

export const clockMark = sqliteTable(
  'clock_mark',
  {
    case: text().$type<CaseId>().notNull(),
    kind: text({ enum: CLOCK_KINDS }).notNull(),
    threshold: text({ enum: MARK_THRESHOLDS }).notNull(),
    dueAt: text('due_at').$type<Instant>().notNull(),
    crossedAt: text('crossed_at').$type<Instant>().notNull(),
    firedAt: text('fired_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.case, table.kind, table.threshold, table.dueAt] })],
)

export const toldDeadline = sqliteTable('told_deadline', {
  id: text().primaryKey(),
  case: text().$type<CaseId>().notNull(),
  event: text().notNull(),
  dueOn: text('due_on').$type<PlainDate>().notNull(),
  calendar: text().notNull(),
  how: text({ enum: ['slip', 'notice', 'sms', 'phone', 'ledger'] }).notNull(),
})

export const subtask = sqliteTable('subtask', {
  id: text().primaryKey(),
  case: text().$type<CaseId>().notNull(),
  unit: text().$type<UnitCode>().notNull(),
  dueOn: text('due_on').$type<PlainDate>().notNull(),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  endedAt: text('ended_at').$type<Instant>(),
  how: text({ enum: SUBTASK_ENDS }),
  endEvent: text('end_event'),
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  pledge: integer(),
})

export const file = sqliteTable(
  'file',
  {
    sha256: text().notNull(),
    point: text().$type<VillageCode>().notNull(),
    size: integer().notNull(),
    mime: text({ enum: ['image/jpeg', 'image/png', 'application/pdf'] }).notNull(),
    offset: integer().notNull(),
    storedAs: text('stored_as'),
    namedAt: text('named_at').$type<Instant>().notNull(),
    storedAt: text('stored_at').$type<Instant>(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.point] })],
)

export const caseFile = sqliteTable(
  'case_file',
  {
    case: text().$type<CaseId>().notNull(),
    sha256: text().notNull(),
    point: text().$type<VillageCode>().notNull(),
    role: text().notNull(),
    event: text(),
  },
  (table) => [primaryKey({ columns: [table.case, table.sha256, table.role] })],
)

export const revealLimit = sqliteTable(
  'reveal_limit',
  {
    day: text().$type<PlainDate>().notNull(),
    staff: text().$type<StaffId>().notNull(),
    at: text().$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.staff] })],
)

export const fileDay = sqliteTable(
  'file_day',
  {
    day: text().$type<PlainDate>().notNull(),
    actor: text().notNull(),
    bytes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.actor] })],
)

export const agency = sqliteTable('agency', {
  case: text().$type<CaseId>().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  agent: text().$type<StaffId>().notNull(),
  relation: text().notNull(),
  powers: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  until: text().$type<PlainDate>().notNull(),
  signedAs: text('signed_as', { enum: ['glass', 'paper', 'fingerprint'] }).notNull(),
  signature: text().notNull(),
  witnessEnc: blob('witness_enc', { mode: 'buffer' }),
  allowsDeputy: integer('allows_deputy', { mode: 'boolean' }).notNull(),
  consentVersion: integer('consent_version').notNull(),
  isRelative: integer('is_relative', { mode: 'boolean' }).notNull(),
  capturedAt: text('captured_at').$type<Instant>().notNull(),
})

export const logBook = sqliteTable(
  'log_book',
  {
    village: text().$type<VillageCode>().notNull(),
    year: integer().notNull(),
    serial: integer().notNull(),
    case: text().$type<CaseId>(),
    consultation: text(),
    agent: text().$type<StaffId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.village, table.year, table.serial] })],
)

export const consultation = sqliteTable('consultation', {
  id: text().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  item: text().$type<ItemCode>(),
  person: text().notNull(),
  wordsEnc: blob('words_enc', { mode: 'buffer' }).notNull(),
  isReferred: integer('is_referred', { mode: 'boolean' }).notNull(),
  capturedAt: text('captured_at').$type<Instant>().notNull(),
})
