import type { StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const draft = sqliteTable(
  'draft',
  {
    staff: text().$type<StaffId>().notNull(),
    place: text().$type<TicketId | 'letter_log'>().notNull(),
    contentEnc: blob('content_enc', { mode: 'buffer' }).notNull(),
    savedAt: text('saved_at').$type<Instant>().notNull(),
  },
  ({ staff, place }) => [primaryKey({ columns: [staff, place] })],
)
