import { BOOKING_CHANNELS, BOOKING_STATUSES } from '@counter/shared/vocabulary/booking'
import type { BookingId, TicketId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const booking = sqliteTable('booking', {
  id: text().$type<BookingId>().primaryKey(),
  date: text().$type<PlainDate>().notNull(),
  band: text().$type<PlainTime>().notNull(),
  topic: text().$type<TopicKey>().notNull(),
  status: text({ enum: BOOKING_STATUSES }).notNull(),
  channel: text({ enum: BOOKING_CHANNELS }).notNull(),
  personLook: text('person_look'),
  phoneEnc: blob('phone_enc', { mode: 'buffer' }),
  codeLook: text('code_look').notNull(),
  tokenHash: text('token_hash').notNull(),
  madeAt: text('made_at').$type<Instant>().notNull(),
  ticket: text().$type<TicketId>(),
  movedFrom: text('moved_from').$type<TicketId>(),
  version: integer().notNull(),
  visit: text(),
  weight: integer().notNull().default(1),
})
