import { CASE_TYPES } from '@counter/shared/vocabulary/case'
import type {
  ItemCode,
  LineKey,
  StaffId,
  TopicKey,
  UnitCode,
  VillageCode,
} from '@counter/shared/vocabulary/ids'
import { CONFIDENTIALITIES } from '@counter/shared/vocabulary/item'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const unit = sqliteTable('unit', {
  code: text().$type<UnitCode>().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: ['unit', 'front-desk'] }).notNull(),
  line: text().$type<LineKey>().notNull(),
  phone: text().notNull(),
})

export const village = sqliteTable('village', {
  code: text().$type<VillageCode>().primaryKey(),
  name: text().notNull(),
  point: text().notNull(),
  phone: text().notNull(),
  lastContactAt: text('last_contact_at').$type<Instant>(),
  unsentReported: integer('unsent_reported'),
  lead: text().$type<StaffId>(),
  deputy: text().$type<StaffId>(),
  hours: text().notNull().default(''),
})

export const line = sqliteTable('line', {
  key: text().$type<LineKey>().primaryKey(),
  prefix: text().notNull(),
  spoken: text().notNull(),
  name: text().notNull(),
})

export const topic = sqliteTable('topic', {
  key: text().$type<TopicKey>().primaryKey(),
  line: text().$type<LineKey>().notNull(),
  unit: text().$type<UnitCode>().notNull(),
  place: integer().notNull(),
  serviceMinutes: real('service_minutes').notNull(),
})

export const hallWindow = sqliteTable('window', {
  window: integer().primaryKey(),
  name: text().notNull(),
  retiredAt: text('retired_at').$type<Instant>(),
})

export const windowService = sqliteTable(
  'window_service',
  {
    window: integer().notNull(),
    topic: text().$type<TopicKey>().notNull(),
    rank: text({ enum: ['main', 'helps'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.window, table.topic] })],
)

export const itemVersion = sqliteTable(
  'item_version',
  {
    code: text().$type<ItemCode>().notNull(),
    version: integer().notNull(),
    effectiveFrom: text('effective_from').$type<PlainDate>().notNull(),
    name: text().notNull(),
    initials: text().notNull(),
    unit: text().$type<UnitCode>().notNull(),
    caseType: text('case_type', { enum: CASE_TYPES }).notNull(),
    villageAgency: integer('village_agency', { mode: 'boolean' }).notNull(),
    inPersonRequired: integer('in_person_required', { mode: 'boolean' }).notNull(),
    confidentiality: text({ enum: CONFIDENTIALITIES }).notNull(),
    content: text({ mode: 'json' }).notNull(),
    publishedBy: text('published_by'),
    publishedAt: text('published_at').$type<Instant>(),
    draft: text(),
    committeeMayAsk: integer('committee_may_ask', { mode: 'boolean' }).notNull().default(false),
    relativeFiling: integer('relative_filing', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
)

export const calendarVersion = sqliteTable(
  'calendar_version',
  {
    year: integer().notNull(),
    version: integer().notNull(),
    status: text({ enum: ['official', 'provisional'] }).notNull(),
    horizon: text().$type<PlainDate>(),
    sourceTitle: text('source_title').notNull(),
    sourceNumber: text('source_number').notNull(),
    sourceIssuer: text('source_issuer').notNull(),
    sourceDate: text('source_date').notNull(),
    appliedAt: text('applied_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.version] })],
)

export const calendarDay = sqliteTable(
  'calendar_day',
  {
    year: integer().notNull(),
    version: integer().notNull(),
    date: text().$type<PlainDate>().notNull(),
    kind: text({ enum: ['statutory', 'arranged', 'makeup'] }).notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.year, table.version, table.date] })],
)

export const officeHours = sqliteTable('office_hours', {
  from: text().$type<PlainDate>().primaryKey(),
  sessions: text({ mode: 'json' }).$type<readonly (readonly [string, string])[]>().notNull(),
})
