import type Database from 'better-sqlite3'

/** Pages in the log at which it is written back into the file (R1). */
export const FOLD_AT_PAGES = 1000

/** A durability setting reads back differently after a write: the server must not start (R1 `start.pragma`). */
export class PragmaProblem extends Error {
  override name = 'PragmaProblem'
}

/** SQLite before this version can corrupt a WAL file (R2 `start.sqlite_old`). */
const OLDEST = [3, 51, 3] as const

const SETTINGS = {
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  // In memory: what a savepoint may take back is kept page by page, and would go through a file at each command (R4).
  temp_store: 2,
  busy_timeout: 250,
} as const

/** Sets what R1 asks; every value is per connection and so is set on every open. Another limit of the log is for a writer for whom somebody else folds it. */
export function setDurable(database: Database.Database, foldAtPages = FOLD_AT_PAGES): void {
  assertSqlite(database)
  database.pragma('journal_mode = WAL')
  for (const [name, value] of Object.entries(SETTINGS)) database.pragma(`${name} = ${value}`)
  database.pragma(`wal_autocheckpoint = ${foldAtPages}`)
  database.pragma(`journal_size_limit = ${64 * 1024 * 1024}`)
}

/** Writes once and reads every setting back: better-sqlite3 drops to NORMAL at the first write in WAL mode (R1). */
export function assertDurable(database: Database.Database, foldAtPages = FOLD_AT_PAGES): void {
  database
    .prepare("INSERT INTO store_meta VALUES ('opened', '1') ON CONFLICT DO UPDATE SET value = value + 1")
    .run()
  const mode = database.pragma('journal_mode', { simple: true })
  if (!database.memory && mode !== 'wal') throw new PragmaProblem(`journal_mode is ${String(mode)}`)
  for (const [name, wanted] of Object.entries({ ...SETTINGS, wal_autocheckpoint: foldAtPages })) {
    const found = database.pragma(name, { simple: true }) ?? 0
    if (found !== wanted) throw new PragmaProblem(`${name} is ${String(found)}`)
  }
}

function assertSqlite(database: Database.Database): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get())
  const found = version.split('.').map(Number)
  const place = OLDEST.findIndex((part, index) => part !== (found[index] ?? 0))
  if (place >= 0 && (found[place] ?? 0) < (OLDEST[place] ?? 0)) throw new PragmaProblem(`SQLite ${version}`)
}
