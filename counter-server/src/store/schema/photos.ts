import type { CaseId, StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const photoLink = sqliteTable('photo_link', {
  id: text().primaryKey(),
  tokenHash: text('token_hash').notNull(),
  staff: text().$type<StaffId>().notNull(),
  case: text().$type<CaseId>(),
  ticket: text().$type<TicketId>(),
  material: text().notNull(),
  phoneHash: text('phone_hash'),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  endedAt: text('ended_at').$type<Instant>(),
})

export const draftPhoto = sqliteTable(
  'draft_photo',
  {
    staff: text().$type<StaffId>().notNull(),
    ticket: text().$type<TicketId>().notNull(),
    sha256: text().notNull(),
    material: text().notNull(),
    size: integer().notNull(),
    mime: text({ enum: ['image/jpeg', 'image/png', 'application/pdf'] }).notNull(),
    storedAs: text('stored_as').notNull(),
    takenAt: text('taken_at').$type<Instant>().notNull(),
  },
  ({ staff, ticket, sha256, material }) => [primaryKey({ columns: [staff, ticket, sha256, material] })],
)
