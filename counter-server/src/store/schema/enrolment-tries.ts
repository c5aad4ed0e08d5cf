import type { Instant } from '@counter/shared/vocabulary/time'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const enrolmentTry = sqliteTable('enrolment_try', {
  sourceLook: text('source_look').primaryKey(),
  wrong: integer().notNull(),
  until: text().$type<Instant>().notNull(),
})
