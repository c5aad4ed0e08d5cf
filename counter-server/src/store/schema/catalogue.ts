import { CASE_PAPERS } from '@counter/shared/vocabulary/case-paper'
import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { DRAFT_KINDS, DRAFT_STATES, SAMPLE_TYPES } from '@counter/shared/vocabulary/item'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const itemStop = sqliteTable(
  'item_stop',
  {
    code: text().$type<ItemCode>().notNull(),
    version: integer().notNull(),
    stoppedOn: text('stopped_on').$type<PlainDate>().notNull(),
    reason: text().notNull(),
    stoppedBy: text('stopped_by').notNull(),
    stoppedAt: text('stopped_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.version] })],
)

export const catalogueDraft = sqliteTable('catalogue_draft', {
  id: text().primaryKey(),
  kind: text({ enum: DRAFT_KINDS }).notNull(),
  code: text().notNull(),
  baseVersion: integer('base_version'),
  state: text({ enum: DRAFT_STATES }).notNull(),
  rev: integer().notNull(),
  content: text({ mode: 'json' }).notNull(),
  authors: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  madeAt: text('made_at').$type<Instant>().notNull(),
  savedAt: text('saved_at').$type<Instant>().notNull(),
  submittedBy: text('submitted_by'),
  submittedAt: text('submitted_at').$type<Instant>(),
  settledBy: text('settled_by'),
  settledAt: text('settled_at').$type<Instant>(),
  note: text().notNull(),
})

export const wording = sqliteTable(
  'wording',
  {
    kind: text({ enum: CASE_PAPERS }).notNull(),
    version: integer().notNull(),
    content: text({ mode: 'json' }).$type<PaperWording>().notNull(),
    draft: text().notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: text('published_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.version] })],
)

export const itemSample = sqliteTable('item_sample', {
  sha256: text().primaryKey(),
  size: integer().notNull(),
  mime: text({ enum: SAMPLE_TYPES }).notNull(),
  storedAs: text('stored_as').notNull(),
  addedBy: text('added_by').notNull(),
  addedAt: text('added_at').$type<Instant>().notNull(),
})
