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

/** What a row was before a use case touched it first, and what it is now; null when there is none. */
interface Note {
  readonly key: readonly Cell[]
  readonly before: readonly Cell[] | null
  after: readonly Cell[] | null
}

export interface RowWatch {
  /** What the use case changed since the last take. */
  take(): RowChange[]
  /** The use case was rolled back, and its changes with it. */
  forget(): void
}

/**
 * Notes which rows of the hall a use case has changed, by whatever statement (Q67): triggers of this connection tell
 * what a row was and what it has become, so no row is read for it.
 */
export function watchRows(database: Database.Database): RowWatch {
  const watched = PROJECTIONS.map((projection) => watchTable(database, projection))
  return {
    take: () => watched.flatMap(({ take }) => take()),
    forget() {
      for (const table of watched) table.forget()
    },
  }
}

function watchTable(database: Database.Database, projection: Projection): RowWatch {
  const { table } = projection
  const columns = columnsOf(database, table)
  const { key, open } = columns
  const notes = new Map<string, Note>()
  // A key that changes would be two rows; none does, and a use case that tried would leave the old one unexplained.
  const note = (before: readonly Cell[] | null, after: readonly Cell[] | null) => {
    const keyOf = (after ?? before ?? []).slice(0, key.length)
    const name = keyOf.join('\u0000')
    const known = notes.get(name)
    if (known === undefined) notes.set(name, { key: keyOf, before, after })
    else known.after = after
    return null
  }
  setTriggers(database, table, columns, note)
  return {
    take() {
      if (notes.size === 0) return []
      const found = [...notes.values()].flatMap((each) => changeOf(projection, open, each) ?? [])
      notes.clear()
      return found
    },
    forget: () => notes.clear(),
  }
}

function setTriggers(
  database: Database.Database,
  table: string,
  { open }: Columns,
  note: (before: readonly Cell[] | null, after: readonly Cell[] | null) => null,
): void {
  const [was, is, n] = [listed(open, 'OLD.'), listed(open, 'NEW.'), open.length]
  database.function(`note_new_${table}`, { varargs: true }, (...cells: Cell[]) => note(null, cells))
  database.function(`note_gone_${table}`, { varargs: true }, (...cells: Cell[]) => note(cells, null))
  database.function(`note_changed_${table}`, { varargs: true }, (...cells: Cell[]) =>
    note(cells.slice(0, n), cells.slice(n)),
  )
  database.exec(`
    CREATE TEMP TRIGGER "note_new_${table}" AFTER INSERT ON main."${table}" BEGIN SELECT note_new_${table}(${is}); END;
    CREATE TEMP TRIGGER "note_changed_${table}" AFTER UPDATE ON main."${table}" BEGIN SELECT note_changed_${table}(${was}, ${is}); END;
    CREATE TEMP TRIGGER "note_gone_${table}" AFTER DELETE ON main."${table}" BEGIN SELECT note_gone_${table}(${was}); END;`)
}

function changeOf(
  { table, subjectOf }: Projection,
  open: readonly string[],
  { key, before, after }: Note,
): RowChange | null {
  if (after === null)
    return before === null ? null : { table, key, set: null, subject: subjectOf(rowOf(open, before)) }
  if (before === null) {
    // A column that is not named in a new row is empty, so half of a fresh ticket needs no word.
    const set = rowOf(open, after, (at) => after[at] !== null)
    return { table, key, set, subject: subjectOf(set) }
  }
  if (after.every((cell, at) => cell === before[at])) return null
  const set = rowOf(open, after, (at) => after[at] !== before[at])
  return { table, key, set, subject: subjectOf(rowOf(open, after)) }
}

function rowOf(
  columns: readonly string[],
  cells: readonly Cell[],
  isTold: (at: number) => boolean = () => true,
): Row {
  const row: Record<string, Cell> = {}
  columns.forEach((name, at) => {
    if (isTold(at)) row[name] = cells[at] ?? null
  })
  return row
}
