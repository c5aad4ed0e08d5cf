import { BATCH_OUTCOMES, HANDED_WAYS } from '@counter/shared/vocabulary/agency'
import type { CaseId, StaffId, TicketId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PaperTaken } from '../../domain/case/material-mark.ts'

export const villageVisit = sqliteTable('village_visit', {
  id: text().primaryKey(),
  village: text().$type<VillageCode>().notNull(),
  agent: text().$type<StaffId>().notNull(),
  madeAt: text('made_at').$type<Instant>().notNull(),
  ticket: text().$type<TicketId>(),
  confirmedAt: text('confirmed_at').$type<Instant>(),
  prints: integer().notNull().default(0),
})

export const villageVisitCase = sqliteTable(
  'village_visit_case',
  {
    visit: text().notNull(),
    place: integer().notNull(),
    case: text().$type<CaseId>().notNull(),
    way: text({ enum: HANDED_WAYS }).notNull(),
    outcome: text({ enum: BATCH_OUTCOMES }).notNull(),
    papers: text({ mode: 'json' }).$type<readonly PaperTaken[]>().notNull(),
    remarkEnc: blob('remark_enc', { mode: 'buffer' }),
    servedAt: text('served_at').$type<Instant>(),
    number: text(),
    said: text({ mode: 'json' }).$type<readonly PaperTaken[]>(),
  },
  (table) => [primaryKey({ columns: [table.visit, table.case] })],
)
