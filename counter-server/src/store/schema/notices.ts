import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const notice = sqliteTable('notice', {
  id: text().primaryKey(),
  text: text().notNull(),
  fromOn: text('from_on').$type<PlainDate>().notNull(),
  toOn: text('to_on').$type<PlainDate>(),
  place: integer().notNull(),
  stoppedAt: text('stopped_at').$type<Instant>(),
  version: integer().notNull(),
})
