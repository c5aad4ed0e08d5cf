import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { keylessReading } from './keyless-reading.ts'
import type { Tx } from './tx.ts'

/**
 * Reads the record as it stood at one moment, on a connection of its own that can neither write nor open a sealed value
 * (K26). The snapshot ends with the reading, so the log of changes cannot grow behind it (R7).
 */
export function readSnapshot<T>(file: string, at: Instant, work: (tx: Tx) => T): T {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return database.transaction(() => work(keylessReading(database, at)))()
  } finally {
    database.close()
  }
}
