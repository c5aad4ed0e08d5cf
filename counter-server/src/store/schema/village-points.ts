import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { ATTENTION_ENDS } from '@counter/shared/vocabulary/point'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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

export const villageAttention = sqliteTable(
  'village_attention',
  {
    command: text().$type<CommandId>().notNull(),
    contentHash: text('content_hash').notNull(),
    village: text().$type<VillageCode>().notNull(),
    device: text(),
    agent: text().$type<StaffId>().notNull(),
    caseId: text('case_id').$type<CaseId>().notNull(),
    type: text().notNull(),
    code: text().notNull(),
    contentEnc: blob('content_enc', { mode: 'buffer' }).notNull(),
    clockAheadMs: integer('clock_ahead_ms').notNull(),
    receivedAt: text('received_at').$type<Instant>().notNull(),
    handedAt: text('handed_at').$type<Instant>(),
    settledAt: text('settled_at').$type<Instant>(),
    settledAs: text('settled_as', { enum: ATTENTION_ENDS }),
    settledBy: text('settled_by'),
    answerEnc: blob('answer_enc', { mode: 'buffer' }),
  },
  (table) => [primaryKey({ columns: [table.command, table.contentHash] })],
)
