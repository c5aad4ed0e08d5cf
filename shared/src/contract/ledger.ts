import { z } from 'zod'
import { CASE_STATUSES, LIGHTS } from '../vocabulary/case.ts'
import {
  LEDGER_COLUMNS,
  LEDGER_MOST_ROWS,
  LEDGER_PROBLEMS,
  LEDGER_STATES,
  LEDGER_WARNINGS,
} from '../vocabulary/ledger.ts'
import { CommandIdField, InstantField, PlainDateField, textField } from './fields.ts'

const Row = z.strictObject({ line: z.int().min(1).max(1_048_576), cells: z.array(textField(2_000)).max(100) })
// One row over the most is let through, so that it is refused in words.
const rows = z.array(Row).max(LEDGER_MOST_ROWS + 1)

/** `POST /api/ledgers/check`: the rows of a chosen sheet, only looked at. */
export const CheckLedgerBody = z.strictObject({ rows })
/** `POST /api/ledgers`: the same rows, kept until a second person imports them. */
export const EnterLedgerBody = z.strictObject({
  commandId: CommandIdField,
  fileName: textField(200, 1),
  rows,
})
/** `POST /api/ledgers/:id/import`: with the preview that was looked at. */
export const ImportLedgerBody = z.strictObject({ commandId: CommandIdField, preview: z.string().max(64) })
export const WithdrawLedgerBody = z.strictObject({ commandId: CommandIdField, reason: textField(200) })

const place = { line: z.int(), column: z.enum(LEDGER_COLUMNS).nullable(), words: z.string() }
const LedgerProblemView = z.object({ ...place, code: z.enum(LEDGER_PROBLEMS) })
const LedgerWarningView = z.object({ ...place, code: z.enum(LEDGER_WARNINGS) })

/** One row as the house would take it over; the name is masked (C1108). */
const LedgerLineView = z.object({
  line: z.int(),
  oldNumber: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  unitName: z.string(),
  receivedOn: PlainDateField,
  acceptedOn: PlainDateField.nullable(),
  promisedOn: PlainDateField.nullable(),
  status: z.enum(CASE_STATUSES),
  dueOn: PlainDateField.nullable(),
  light: z.enum(LIGHTS),
})

/** A sheet as it was looked at: counts of everything, and the first of each to read. */
export const LedgerPreview = z.object({
  preview: z.string(),
  rows: z.int(),
  problemCount: z.int(),
  warningCount: z.int(),
  lights: z.record(z.enum(LIGHTS), z.int()),
  problems: z.array(LedgerProblemView),
  warnings: z.array(LedgerWarningView),
  lines: z.array(LedgerLineView),
})
export type LedgerPreview = z.infer<typeof LedgerPreview>

/** An import as it stands: entered by one person, imported or sent back by another. */
export const LedgerImport = z.object({
  id: z.uuid(),
  state: z.enum(LEDGER_STATES),
  /** Taken over, and its cases are coming in; it cannot be sent back any more. */
  isComing: z.boolean(),
  fileName: z.string(),
  rows: z.int(),
  firstNumber: z.string().nullable(),
  lastNumber: z.string().nullable(),
  enteredBy: z.string(),
  enteredAt: InstantField,
  settledBy: z.string().nullable(),
  settledAt: InstantField.nullable(),
})
export type LedgerImport = z.infer<typeof LedgerImport>
export const LedgerImportList = z.object({ items: z.array(LedgerImport), next: z.null() })
