import { FOLLOW_UP_STEPS, type RatingLevel, type RatingReason } from '@counter/shared/vocabulary/rating'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const rating = sqliteTable('rating', {
  id: text().primaryKey(),
  kind: text({ enum: ['ticket', 'case'] }).notNull(),
  subject: text().notNull(),
  level: integer().$type<RatingLevel>().notNull(),
  reasons: text({ mode: 'json' }).$type<readonly RatingReason[]>().notNull(),
  textEnc: blob('text_enc', { mode: 'buffer' }),
  givenAt: text('given_at').$type<Instant>().notNull(),
})

export const ratingFollowUp = sqliteTable('rating_follow_up', {
  rating: text().primaryKey(),
  step: text({ enum: FOLLOW_UP_STEPS }).notNull(),
  phoneEnc: blob('phone_enc', { mode: 'buffer' }),
  contactDueAt: text('contact_due_at').$type<Instant>().notNull(),
  rectifyDueAt: text('rectify_due_at').$type<Instant>().notNull(),
  version: integer().notNull(),
})

export const ratingStep = sqliteTable(
  'rating_step',
  {
    rating: text().notNull(),
    version: integer().notNull(),
    step: text({ enum: FOLLOW_UP_STEPS }).notNull(),
    textEnc: blob('text_enc', { mode: 'buffer' }),
    at: text().$type<Instant>().notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.rating, table.version] })],
)

export const ratingAppeal = sqliteTable('rating_appeal', {
  rating: text().primaryKey(),
  textEnc: blob('text_enc', { mode: 'buffer' }).notNull(),
  madeAt: text('made_at').$type<Instant>().notNull(),
  madeBy: text('made_by').notNull(),
  isUpheld: integer('is_upheld', { mode: 'boolean' }),
  reasonEnc: blob('reason_enc', { mode: 'buffer' }),
  decidedAt: text('decided_at').$type<Instant>(),
  decidedBy: text('decided_by'),
})
