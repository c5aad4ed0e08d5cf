import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { type Migration, migrate } from './migrate.ts'
import { type Cell, type Columns, columnsOf, listed, PROJECTIONS, type Row } from './projections.ts'
import type { Sql } from './tx.ts'

/** An event's part as the journal keeps it: table, key, and what its columns became, or null. */
type EventRow = readonly [string, readonly Cell[], Row | null]

/** Rows of the hall made again from events in an empty database of the same schema (Q67). */
export interface Rebuilt {
  /** Plays what one event did to the rows; rows that began before the events did are left out. */
  play(rows: string): void
  readonly database: Database.Database
  close(): void
}

/** A record of this version without rows, as bytes: whoever needs several empty halls makes their tables once. */
export function emptyRecord(migrations: readonly Migration[]): Buffer {
  const database = new Database(':memory:')
  try {
    migrate(database, migrations)
    return database.serialize()
  } finally {
    database.close()
  }
}

/** An empty hall in memory. Unique indexes rest until the end, for within one act rows change in any order. */
export function emptyHall(record: Buffer): Rebuilt {
  const database = new Database(record)
  database.pragma('foreign_keys = OFF')
  const writers = new Map(PROJECTIONS.map(({ table }) => [table, rowWriter(database, table)]))
  for (const { table } of PROJECTIONS)
    for (const name of uniqueIndexes(database, table)) database.exec(`DROP INDEX "${name}"`)
  return {
    database,
    play(rows) {
      for (const [table, key, set] of JSON.parse(rows) as EventRow[]) writers.get(table)?.(key, set)
    },
    close: () => database.close(),
  }
}

function uniqueIndexes(database: Database.Database, table: string): string[] {
  return database
    .prepare('SELECT name FROM pragma_index_list(?) WHERE origin = \'c\' AND "unique" = 1')
    .pluck()
    .all(table) as string[]
}

function rowWriter(
  database: Database.Database,
  table: string,
): (key: readonly Cell[], set: Row | null) => void {
  const columns = columnsOf(database, table)
  const kept = new Map<string, Database.Statement>()
  const prepared = (text: string) => {
    const known = kept.get(text) ?? database.prepare(text)
    kept.set(text, known)
    return known
  }
  const where = columns.key.map((name) => `"${name}" = ?`).join(' AND ')
  return (key, set) => {
    if (set === null) prepared(`DELETE FROM "${table}" WHERE ${where}`).run(key)
    else if (columns.key.every((name) => name in set)) insertRow(prepared, table, columns, set)
    else {
      const names = Object.keys(set)
      const changes = names.map((name) => `"${name}" = ?`).join(', ')
      prepared(`UPDATE "${table}" SET ${changes} WHERE ${where}`).run(...Object.values(set), ...key)
    }
  }
}

// No event holds a secret, so each row gets a stand-in of its own where a column must not be empty.
function insertRow(
  prepared: (text: string) => Database.Statement,
  table: string,
  { key, secret }: Columns,
  set: Row,
): void {
  const standIn = key.map((name) => set[name]).join(':')
  const secrets = secret.map(({ type }) => (type === 'BLOB' ? Buffer.from(standIn) : standIn))
  const names = [...Object.keys(set), ...secret.map(({ name }) => name)]
  prepared(`INSERT INTO "${table}" (${listed(names)}) VALUES (${names.map(() => '?').join(', ')})`).run(
    ...Object.values(set),
    ...secrets,
  )
}

/** One value that the store has otherwise than its events, or a row that only one of them has. */
export interface Difference {
  readonly table: string
  readonly key: string
  readonly column: string | null
  readonly stored: Cell | undefined
  readonly rebuilt: Cell | undefined
}

export interface Comparison {
  readonly rows: number
  readonly differences: number
  readonly first: Difference | null
}

/** Business days: the first, and the one after the last. */
export interface DaySpan {
  readonly from: PlainDate
  readonly before: PlainDate
}

/** Compares every row that began on these days, value by value with its type; secrets apart (Q67). */
export function compareHalls(stored: Sql, rebuilt: Database.Database, { from, before }: DaySpan): Comparison {
  const days = {
    from,
    before,
    fromAt: instantAt(from, '00:00' as PlainTime),
    beforeAt: instantAt(before, '00:00' as PlainTime),
  }
  const found = PROJECTIONS.map(({ table, began }) => {
    const columns = columnsOf(rebuilt, table)
    const text = `SELECT ${listed(columns.open)} FROM "${table}" WHERE ${began} ORDER BY ${listed(columns.key)}`
    const read = (sql: Sql) => sql.prepare(text).raw().all(days) as Cell[][]
    return compareRows(table, columns, read(stored), read(rebuilt))
  })
  return {
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
    differences: found.reduce((sum, { differences }) => sum + differences, 0),
    first: found.find(({ first }) => first !== null)?.first ?? null,
  }
}

function compareRows(
  table: string,
  { key, open }: Columns,
  stored: readonly Cell[][],
  rebuilt: readonly Cell[][],
): Comparison {
  const keyOf = (cells: readonly Cell[]) => cells.slice(0, key.length).join(':')
  const byKey = new Map(rebuilt.map((cells) => [keyOf(cells), cells]))
  const differences: Difference[] = []
  for (const cells of stored) {
    const name = keyOf(cells)
    const other = byKey.get(name)
    byKey.delete(name)
    const at = other === undefined ? -1 : open.findIndex((_, place) => cells[place] !== other[place])
    if (other === undefined || at >= 0)
      differences.push({
        table,
        key: name,
        column: open[at] ?? null,
        stored: cells[at],
        rebuilt: other?.[at],
      })
  }
  for (const name of byKey.keys())
    differences.push({ table, key: name, column: null, stored: undefined, rebuilt: undefined })
  return { rows: stored.length, differences: differences.length, first: differences[0] ?? null }
}
