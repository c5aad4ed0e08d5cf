import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const villageReport = sqliteTable(
  'village_report',
  {
    village: text().$type<VillageCode>().notNull(),
    device: text().notNull(),
    agent: text().$type<StaffId>().notNull(),
    heardAt: text('heard_at').$type<Instant>().notNull(),
    unsent: integer().notNull(),
    oldestAt: text('oldest_at').$type<Instant>(),
    filesUnsent: integer('files_unsent').notNull(),
    attention: integer().notNull(),
    attentionSince: text('attention_since').$type<Instant>(),
    persisted: integer({ mode: 'boolean' }),
    numbersFree: integer('numbers_free'),
    clockAheadMs: integer('clock_ahead_ms').notNull(),
    appVersion: text('app_version').notNull(),
  },
  (table) => [primaryKey({ columns: [table.village, table.device] })],
)
