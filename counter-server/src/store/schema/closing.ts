import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const intake = sqliteTable(
  'intake',
  {
    businessDate: text('business_date').$type<PlainDate>().notNull(),
    topic: text().$type<TopicKey>().notNull(),
    isStopped: integer('is_stopped', { mode: 'boolean' }).notNull(),
    changedAt: text('changed_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.businessDate, table.topic] })],
)

export const quota = sqliteTable(
  'quota',
  {
    topic: text().$type<TopicKey>().notNull(),
    /** Empty: each day. */
    date: text().notNull(),
    /** Empty: the whole day. */
    band: text().notNull(),
    most: integer().notNull(),
    setAt: text('set_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.topic, table.date, table.band] })],
)
