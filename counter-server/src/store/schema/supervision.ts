import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import { ORDER_ISSUERS, ORDER_LEVELS, ORDER_RULES } from '@counter/shared/vocabulary/supervision'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const supervisionOrder = sqliteTable('supervision_order', {
  id: text().primaryKey(),
  /** Of a case or of a letter, never of both (C705). */
  case: text().$type<CaseId>(),
  letter: text(),
  number: text().notNull(),
  level: text({ enum: ORDER_LEVELS }).notNull(),
  unit: text().$type<UnitCode>().notNull(),
  rule: text({ enum: ORDER_RULES }).notNull(),
  issuer: text({ enum: ORDER_ISSUERS }).notNull(),
  issuedAt: text('issued_at').$type<Instant>().notNull(),
  replyDueOn: text('reply_due_on').$type<PlainDate>().notNull(),
  replyDueAt: text('reply_due_at').$type<Instant>().notNull(),
  repliedAt: text('replied_at').$type<Instant>(),
  replyEvent: text('reply_event'),
  closedAt: text('closed_at').$type<Instant>(),
  closeEvent: text('close_event'),
})
