import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import { LEASE_NUMBER_STATES } from '@counter/shared/vocabulary/lease'
import type { Instant } from '@counter/shared/vocabulary/time'
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const villageNumber = sqliteTable('village_number', {
  number: text().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  device: text().notNull(),
  state: text({ enum: LEASE_NUMBER_STATES }).notNull(),
  lentAt: text('lent_at').$type<Instant>().notNull(),
  case: text().$type<CaseId>(),
})

export const villageAlias = sqliteTable(
  'village_alias',
  { alias: text().notNull(), case: text().$type<CaseId>().notNull() },
  (table) => [primaryKey({ columns: [table.alias, table.case] })],
)
