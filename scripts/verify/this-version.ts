import type Database from 'better-sqlite3'
import { productMigrations } from '../../counter-server/src/store/migrate.ts'

/** A store is judged only by the version that last opened it: another one may have made its rows otherwise. */
export function requireThisVersion(stored: Database.Database): void {
  const newest = stored.prepare('SELECT max(number) FROM migration').pluck().get()
  if (newest !== productMigrations().at(-1)?.number)
    throw new Error('the store is of another version: start the server on it once, then verify')
}
