import type { CaseId } from '@counter/shared/vocabulary/ids'
import { LEDGER_STATES } from '@counter/shared/vocabulary/ledger'
import type { Instant } from '@counter/shared/vocabulary/time'
import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Origin } from '../origin.ts'

export const ledgerImport = sqliteTable('ledger_import', {
  id: text().primaryKey(),
  state: text({ enum: LEDGER_STATES }).notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  rows: integer().notNull(),
  firstNumber: text('first_number'),
  lastNumber: text('last_number'),
  cellsEnc: blob('cells_enc', { mode: 'buffer' }),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').$type<Instant>().notNull(),
  settledBy: text('settled_by'),
  settledAt: text('settled_at').$type<Instant>(),
  takenBy: text('taken_by', { mode: 'json' }).$type<Origin>(),
})

export const caseAlias = sqliteTable('case_alias', {
  alias: text().primaryKey(),
  case: text().$type<CaseId>().notNull(),
  ledger: text().notNull(),
})
