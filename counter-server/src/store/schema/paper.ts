import { type PaperWidth, PRINTER_KINDS } from '@counter/shared/vocabulary/paper'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const printer = sqliteTable('printer', {
  place: text().primaryKey(),
  device: text(),
  window: integer(),
  kind: text({ enum: PRINTER_KINDS }).notNull(),
  host: text(),
  port: integer(),
  width: integer().$type<PaperWidth>().notNull(),
})
