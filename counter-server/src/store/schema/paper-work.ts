import type { CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const villageFinding = sqliteTable('village_finding', {
  command: text().$type<CommandId>().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  device: text().notNull(),
  agent: text().$type<StaffId>().notNull(),
  number: text(),
  foundAt: text('found_at').$type<Instant>().notNull(),
  settledAt: text('settled_at').$type<Instant>(),
  settledBy: text('settled_by'),
})
