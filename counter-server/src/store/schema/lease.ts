import type { DeviceId, TicketId } from '@counter/shared/vocabulary/ids'
import { LEASE_NUMBER_STATES } from '@counter/shared/vocabulary/lease'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const lease = sqliteTable('lease', {
  id: text().primaryKey(),
  device: text().$type<DeviceId>().notNull(),
  businessDate: text('business_date').$type<PlainDate>().notNull(),
  grantedAt: text('granted_at').$type<Instant>().notNull(),
  closedAt: text('closed_at').$type<Instant>(),
})

export const leaseNumber = sqliteTable(
  'lease_number',
  {
    businessDate: text('business_date').$type<PlainDate>().notNull(),
    serial: integer().notNull(),
    lease: text().notNull(),
    state: text({ enum: LEASE_NUMBER_STATES }).notNull(),
    ticket: text().$type<TicketId>(),
    queryCodeLook: text('query_code_look').notNull(),
    tokenHash: text('token_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.businessDate, table.serial] })],
)

export const leaseAttention = sqliteTable('lease_attention', {
  id: text().primaryKey(),
  device: text().$type<DeviceId>().notNull(),
  contentHash: text('content_hash').notNull(),
  command: text({ mode: 'json' }).$type<unknown>().notNull(),
  code: text().notNull(),
  receivedAt: text('received_at').$type<Instant>().notNull(),
  settledAt: text('settled_at').$type<Instant>(),
  settledAs: text('settled_as', { enum: ['queue', 'dismiss'] }),
})
