import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { LedgerRow } from '../domain/ledger/ledger-row.ts'
import type { SheetRow } from '../domain/ledger/sheet-cell.ts'
import { type Keys, seal, unseal } from './crypto.ts'
import { ledgerImport } from './schema/ledger.ts'
import type { Tx } from './tx.ts'

/** An import as it stands; its rows are read apart, because they name people. */
export type ImportRow = Omit<typeof ledgerImport.$inferSelect, 'cellsEnc'>

const { cellsEnc: _, ...FACTS } = getTableColumns(ledgerImport)

export function insertImport(tx: Tx, row: ImportRow, rows: readonly SheetRow[]): void {
  const cellsEnc = seal(tx.keys, placeOf(row.id), deflateRawSync(JSON.stringify(rows)))
  tx.query
    .insert(ledgerImport)
    .values({ ...row, cellsEnc })
    .run()
}

export function findImport(tx: Tx, id: string): ImportRow | undefined {
  return tx.query.select(FACTS).from(ledgerImport).where(eq(ledgerImport.id, id)).get()
}

/** The import in which this very sheet already waits, or null; there is one at most. */
export function findWaitingImport(tx: Tx, sha256: string): string | null {
  return (
    tx.query
      .select({ id: ledgerImport.id })
      .from(ledgerImport)
      .where(and(eq(ledgerImport.sha256, sha256), sql`${ledgerImport.state} = 'entered'`))
      .get()?.id ?? null
  )
}

const LAST = `SELECT max(settled_at) FROM ledger_import WHERE state = 'imported'`

/** When a ledger came in last, or null. */
export function lastImportedAt(tx: Tx): Instant | null {
  return tx.sql.prepare(LAST).pluck().get() as Instant | null
}

const COMING = `SELECT id FROM ledger_import WHERE state = 'entered' AND taken_by IS NOT NULL`

/** The ledger whose cases are coming in, or null. */
export function findComing(tx: Tx): string | null {
  return (tx.sql.prepare(COMING).pluck().get() ?? null) as string | null
}

/** The rows of a ledger as they were read, sealed in its place; packing thousands of them is left to another thread. */
export async function sealedRows(keys: Keys, id: string, rows: readonly LedgerRow[]): Promise<Buffer> {
  return seal(keys, placeOf(id), await promisify(deflateRaw)(JSON.stringify({ rows })))
}

type Taken = Pick<ImportRow, 'id' | 'takenBy' | 'firstNumber' | 'lastNumber'> & { readonly cellsEnc: Buffer }

/** Writes down who takes a ledger over, the numbers that its cases get, and in place of the sheet what was read in it. */
export function takeImport(tx: Tx, { id, takenBy, firstNumber, lastNumber, cellsEnc }: Taken): void {
  const taken = { takenBy, firstNumber, lastNumber, cellsEnc }
  tx.query.update(ledgerImport).set(taken).where(eq(ledgerImport.id, id)).run()
}

/** The imports, newest first. */
export function findImports(tx: Tx, limit: number): ImportRow[] {
  return tx.query.select(FACTS).from(ledgerImport).orderBy(desc(ledgerImport.enteredAt)).limit(limit).all()
}

/** The sheet of an import that waits; null once it is taken over or settled. */
export function openImport(tx: Tx, id: string): readonly SheetRow[] | null {
  const kept = openKept(tx, id)
  return kept === null || 'rows' in kept ? null : kept
}

/** The rows of an import that is taken over; null of one that was taken over before they were kept. */
export function openRows(tx: Tx, id: string): readonly LedgerRow[] | null {
  const kept = openKept(tx, id)
  return kept !== null && 'rows' in kept ? kept.rows : null
}

function openKept(tx: Tx, id: string): readonly SheetRow[] | { readonly rows: readonly LedgerRow[] } | null {
  const row = tx.query
    .select({ sealed: ledgerImport.cellsEnc })
    .from(ledgerImport)
    .where(eq(ledgerImport.id, id))
    .get()
  if (row === undefined || row.sealed === null) return null
  return JSON.parse(inflateRawSync(unseal(tx.keys, placeOf(id), row.sealed)).toString('utf8'))
}

/** What became of an import; its sheet is gone with it (P30). */
export function settleImport(
  tx: Tx,
  { id, state, firstNumber, lastNumber, settledBy, settledAt }: ImportRow,
): void {
  tx.query
    .update(ledgerImport)
    .set({ state, firstNumber, lastNumber, settledBy, settledAt, cellsEnc: null })
    .where(eq(ledgerImport.id, id))
    .run()
}

function placeOf(id: string): string {
  return `ledger_import:${id}`
}
