import type Database from 'better-sqlite3'
import {
  type Cell,
  type Columns,
  columnsOf,
  listed,
  PROJECTIONS,
  type Projection,
  type Row,
} from './projections.ts'

/** What became of one row: its changed columns, all of a new row, or null when it was removed. */
export interface RowChange {
  readonly table: string
  readonly key: readonly Cell[]
  readonly set: Row | null
  readonly subject: string | null
}

/**
 * Notes which rows of the hall a use case has changed, by whatever statement (Q67). The first change of a row keeps
 * what it was before; a rolled back part takes its notes along, because they are rows of the same transaction.
 */
export function watchRows(database: Database.Database): { take(): RowChange[] } {
  database.pragma('temp_store = MEMORY')
  const watched = PROJECTIONS.map((projection) => watchTable(database, projection))
  const touched = database
    .prepare(PROJECTIONS.map(({ table }, at) => `SELECT ${at} FROM temp."before_${table}"`).join(' UNION '))
    .pluck()
  return { take: () => (touched.all() as number[]).flatMap((at) => watched[at]?.() ?? []) }
}

function watchTable(database: Database.Database, projection: Projection): () => RowChange[] {
  const { table } = projection
  const columns = columnsOf(database, table)
  setTriggers(database, table, columns)
  const { key, open } = columns
  const read = database
    .prepare(
      `SELECT was.was_there, now."${key[0]}" IS NOT NULL, ${listed(key, 'was.')}, ${listed(open, 'was.')}, ${listed(open, 'now.')}
       FROM temp."before_${table}" AS was LEFT JOIN main."${table}" AS now ON ${sameKey(key, 'now', 'was')}`,
    )
    .raw()
  const clear = database.prepare(`DELETE FROM temp."before_${table}"`)
  return () => {
    const found = read.all() as Cell[][]
    clear.run()
    return found.flatMap((cells) => changeOf(projection, columns, cells) ?? [])
  }
}

// Only what the row was is kept: what it has become is read once, at the end of the use case.
function setTriggers(database: Database.Database, table: string, { key, open }: Columns): void {
  const notes = `temp."before_${table}"`
  const note = (row: 'OLD' | 'NEW', wasThere: 0 | 1, kept: readonly string[]) => `
    INSERT INTO "before_${table}" (was_there, ${listed(kept)}) SELECT ${wasThere}, ${listed(kept, `${row}.`)}
    WHERE NOT EXISTS (SELECT 1 FROM "before_${table}" AS was WHERE ${sameKey(key, 'was', row)});`
  database.exec(`
    CREATE TABLE ${notes} (was_there INTEGER NOT NULL, ${listed(open)}, PRIMARY KEY (${listed(key)})) WITHOUT ROWID;
    CREATE TEMP TRIGGER "note_new_${table}" AFTER INSERT ON main."${table}" BEGIN ${note('NEW', 0, key)} END;
    CREATE TEMP TRIGGER "note_old_${table}" AFTER UPDATE ON main."${table}" BEGIN ${note('OLD', 1, open)} END;
    CREATE TEMP TRIGGER "note_gone_${table}" AFTER DELETE ON main."${table}" BEGIN ${note('OLD', 1, open)} END;`)
}

function sameKey(key: readonly string[], one: string, other: string): string {
  return key.map((name) => `${one}."${name}" = ${other}."${name}"`).join(' AND ')
}

function changeOf(
  { table, subjectOf }: Projection,
  { key, open, filled }: Columns,
  [wasThere, isThere, ...cells]: Cell[],
): RowChange | null {
  const keyOf = cells.slice(0, key.length)
  const before = cells.slice(key.length, key.length + open.length)
  const after = cells.slice(key.length + open.length)
  if (isThere !== 1) {
    if (wasThere !== 1) return null
    return { table, key: keyOf, set: null, subject: subjectOf(rowOf(open, before)) }
  }
  // An empty cell of a new row needs no word; it is empty in the row that is made again.
  const isTold = (name: string, at: number) =>
    wasThere === 1 ? before[at] !== after[at] : after[at] !== null || filled.has(name)
  const set = rowOf(open, after, isTold)
  if (Object.keys(set).length === 0) return null
  return { table, key: keyOf, set, subject: subjectOf(wasThere === 1 ? rowOf(open, after) : set) }
}

function rowOf(
  columns: readonly string[],
  cells: readonly Cell[],
  isTold: (name: string, at: number) => boolean = () => true,
): Row {
  const row: Record<string, Cell> = {}
  for (const [at, name] of columns.entries()) if (isTold(name, at)) row[name] = cells[at] ?? null
  return row
}
