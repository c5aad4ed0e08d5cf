import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { VILLAGE_NUMBER_STATES } from '@counter/shared/vocabulary/lease'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const villageNumber = sqliteTable('village_number', {
  number: text().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  device: text().notNull(),
  state: text({ enum: VILLAGE_NUMBER_STATES }).notNull(),
  lentAt: text('lent_at').$type<Instant>().notNull(),
  stateAt: text('state_at').$type<Instant>().notNull(),
  reasonEnc: blob('reason_enc', { mode: 'buffer' }),
  case: text().$type<CaseId>(),
})

export const villageAlias = sqliteTable(
  'village_alias',
  { alias: text().notNull(), case: text().$type<CaseId>().notNull() },
  (table) => [primaryKey({ columns: [table.alias, table.case] })],
)

export const villageJoined = sqliteTable('village_joined', {
  phoneCase: text('phone_case').$type<CaseId>().primaryKey(),
  case: text().$type<CaseId>().notNull(),
  queryCodeLook: text('query_code_look'),
  tokenHash: text('token_hash'),
  at: text().$type<Instant>().notNull(),
})
