import { RETENTION_STATES } from '@counter/shared/vocabulary/retention'
import type { Instant } from '@counter/shared/vocabulary/time'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RetentionPlan } from '../../domain/record/retention.ts'

export const retentionRun = sqliteTable('retention_run', {
  id: text().primaryKey(),
  state: text({ enum: RETENTION_STATES }).notNull(),
  plan: text({ mode: 'json' }).$type<RetentionPlan>().notNull(),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').$type<Instant>().notNull(),
  settledBy: text('settled_by'),
  settledAt: text('settled_at').$type<Instant>(),
})
