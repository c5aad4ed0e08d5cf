import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const clockChange = sqliteTable('clock_change', {
  id: text().primaryKey(),
  kind: text({ enum: ['calendar', 'setting'] }).notNull(),
  subject: text().notNull(),
  content: text({ mode: 'json' }).notNull(),
  reason: text().notNull(),
  state: text({ enum: ['entered', 'published', 'applied', 'withdrawn'] }).notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').$type<Instant>().notNull(),
  settledBy: text('settled_by'),
  settledAt: text('settled_at').$type<Instant>(),
  appliedAt: text('applied_at').$type<Instant>(),
})

export const clockChangeCase = sqliteTable(
  'clock_change_case',
  {
    change: text().notNull(),
    case: text().$type<CaseId>().notNull(),
    event: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.change, table.case] })],
)
