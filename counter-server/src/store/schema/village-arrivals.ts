import type { CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const villageDay = sqliteTable(
  'village_day',
  {
    day: text().$type<PlainDate>().notNull(),
    device: text().notNull(),
    commands: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.device] })],
)

export const villageWaiting = sqliteTable('village_waiting', {
  command: text().$type<CommandId>().primaryKey(),
  since: text().$type<Instant>().notNull(),
})

export const villageTakenBack = sqliteTable(
  'village_taken_back',
  {
    command: text().$type<CommandId>().notNull(),
    village: text().$type<VillageCode>().notNull(),
    at: text().$type<Instant>().notNull(),
    replacedBy: text('replaced_by').$type<CommandId>(),
  },
  (table) => [primaryKey({ columns: [table.command, table.village] })],
)

export const villageCount = sqliteTable(
  'village_count',
  {
    village: text().$type<VillageCode>().notNull(),
    device: text().notNull(),
    highest: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.village, table.device] })],
)

export const villageHole = sqliteTable(
  'village_hole',
  {
    village: text().$type<VillageCode>().notNull(),
    device: text().notNull(),
    first: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.village, table.device, table.first] })],
)
