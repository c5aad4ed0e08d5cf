import { SATISFACTIONS } from '@counter/shared/vocabulary/agency'
import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { CALL_BACK_REASONS } from '@counter/shared/vocabulary/point'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const callBackDraw = sqliteTable(
  'call_back_draw',
  {
    village: text().$type<VillageCode>().notNull(),
    month: text().notNull(),
    seed: text().notNull(),
    deliveries: integer().notNull(),
    drawn: integer().notNull(),
    drawnAt: text('drawn_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.village, table.month] })],
)

export const callBack = sqliteTable('call_back', {
  case: text().$type<CaseId>().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  month: text().notNull(),
  why: text({ enum: CALL_BACK_REASONS }).notNull(),
  listedAt: text('listed_at').$type<Instant>().notNull(),
  settledAt: text('settled_at').$type<Instant>(),
})

export const callBackTry = sqliteTable(
  'call_back_try',
  {
    case: text().$type<CaseId>().notNull(),
    nth: integer().notNull(),
    at: text().$type<Instant>().notNull(),
    by: text().notNull(),
    satisfaction: text({ enum: SATISFACTIONS }),
    remarkEnc: blob('remark_enc', { mode: 'buffer' }),
    isReached: integer('is_reached', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.case, table.nth] })],
)
