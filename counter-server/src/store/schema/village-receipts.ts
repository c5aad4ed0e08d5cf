import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const villageReceipt = sqliteTable('village_receipt', {
  command: text().$type<CommandId>().primaryKey(),
  device: text().notNull(),
  at: text().$type<Instant>().notNull(),
  part: blob({ mode: 'buffer' }).notNull(),
})
