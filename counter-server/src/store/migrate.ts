import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type Database from 'better-sqlite3'

const FOLDER = new URL('../../src/store/migrations/', import.meta.url)

/** An applied migration file is not what it was: the server must not start (K27 `start.migration_changed`). */
export class MigrationChanged extends Error {
  override name = 'MigrationChanged'
}

export interface Migration {
  readonly number: number
  readonly sql: string
}

/** The numbered SQL files of the product, in order. */
export function productMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, FOLDER), 'utf8') }))
}

/**
 * Applies what is missing, forward only, one transaction each, and remembers each file's SHA-256. A table that is
 * built anew is dropped for a moment, so foreign keys rest meanwhile and are all checked before each commit (K27).
 */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
  )
  const applied = database.prepare('SELECT sha256 FROM migration WHERE number = ?').pluck()
  const remember = database.prepare(
    "INSERT INTO migration VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ','now'))",
  )
  const foreignKeys = database.pragma('foreign_keys', { simple: true })
  database.pragma('foreign_keys = OFF')
  for (const { number, sql } of migrations) {
    const hash = createHash('sha256').update(sql).digest('hex')
    const before = applied.get(number)
    if (before !== undefined && before !== hash) throw new MigrationChanged(String(number))
    if (before !== undefined) continue
    database.transaction(() => {
      database.exec(sql)
      const broken = database.pragma('foreign_key_check') as unknown[]
      if (broken.length > 0)
        throw new Error(`migration ${number} leaves ${broken.length} rows without their parent`)
      remember.run(number, hash)
    })()
  }
  database.pragma(`foreign_keys = ${foreignKeys === 1 ? 'ON' : 'OFF'}`)
}
