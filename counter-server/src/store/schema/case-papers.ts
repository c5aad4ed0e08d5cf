import { CASE_PAPERS, PAPER_WAYS } from '@counter/shared/vocabulary/case-paper'
import type { CaseId, CommandId, PaperId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const casePaper = sqliteTable('case_paper', {
  id: text().$type<PaperId>().primaryKey(),
  /** Of a case or of a letter, never of both. */
  case: text().$type<CaseId>(),
  letter: text(),
  event: text().notNull(),
  kind: text({ enum: CASE_PAPERS }).notNull(),
  number: text().notNull(),
  template: integer().notNull(),
  valuesEnc: blob('values_enc', { mode: 'buffer' }).notNull(),
  sha256: text().notNull(),
  madeAt: text('made_at').$type<Instant>().notNull(),
  commandId: text('command_id').$type<CommandId>(),
})

export const casePaperPrint = sqliteTable(
  'case_paper_print',
  {
    paper: text().$type<PaperId>().notNull(),
    nth: integer().notNull(),
    way: text({ enum: PAPER_WAYS }).notNull(),
    at: text().$type<Instant>().notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.paper, table.nth] })],
)
