import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Cell, listed } from './projections.ts'
import type { Tx } from './tx.ts'

/** A row by column name, each value as SQLite stores it. */
export type BulkRow = Readonly<Record<string, Cell | Uint8Array>>

interface Encoder {
  readonly name: string
  toCell(value: unknown): Cell | Uint8Array
}

const encoders = new WeakMap<SQLiteTable, ReadonlyMap<string, Encoder>>()

// Asked for millions of rows, so the columns of a table are looked up once.
function encodersOf(table: SQLiteTable): ReadonlyMap<string, Encoder> {
  const known = encoders.get(table)
  if (known !== undefined) return known
  const columns: Readonly<Record<string, { name: string; mapToDriverValue(value: unknown): unknown }>> =
    getTableColumns(table)
  const made = new Map(
    Object.entries(columns).map(([field, column]): [string, Encoder] => [
      field,
      { name: column.name, toCell: (value) => column.mapToDriverValue(value) as Cell },
    ]),
  )
  encoders.set(table, made)
  return made
}

/** A row as the database would keep it. */
export function toBulkRow(table: SQLiteTable, row: object): BulkRow {
  const encode = encodersOf(table)
  const cells: Record<string, Cell | Uint8Array> = {}
  for (const [field, value] of Object.entries(row)) {
    const column = encode.get(field)
    if (column === undefined) throw new Error(`${getTableName(table)} has no ${field}`)
    cells[column.name] = value === null ? null : column.toCell(value)
  }
  return cells
}

/** Writes many rows of one table with one statement, made once: all have the same columns. */
export function insertRows(tx: Tx, table: SQLiteTable, rows: readonly BulkRow[]): void {
  const first = rows[0]
  if (first === undefined) return
  const names = Object.keys(first)
  const insert = tx.sql.prepare(
    `INSERT INTO "${getTableName(table)}" (${listed(names)}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  for (const row of rows) insert.run(names.map((name) => row[name]))
}

/**
 * Inserts a row of a busy table and answers its row id. The statement is kept by its text, because building one costs more
 * than running it.
 */
export function insertRow<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  row: Table['$inferInsert'],
): number {
  const cells = toBulkRow(table, row)
  const names = Object.keys(cells)
  const text = `INSERT INTO "${getTableName(table)}" (${listed(names)}) VALUES (${names.map(() => '?').join(', ')})`
  const { lastInsertRowid } = tx.sql.prepare(text).run(...Object.values(cells))
  return Number(lastInsertRowid)
}

/** Changes the row with this id in the same way. */
export function updateRow<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  id: string,
  changes: Partial<Table['$inferInsert']>,
): void {
  const cells = toBulkRow(table, changes)
  const set = Object.keys(cells).map((name) => `"${name}" = ?`)
  const text = `UPDATE "${getTableName(table)}" SET ${set.join(', ')} WHERE id = ?`
  tx.sql.prepare(text).run(...Object.values(cells), id)
}
