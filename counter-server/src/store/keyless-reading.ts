import type { Instant } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Keys } from './crypto.ts'
import { EMPTY_RING } from './key-ring.ts'
import { EMPTY_SEALING_RING } from './sealing-ring.ts'
import { type Connection, ReadingTx } from './transaction.ts'
import type { Sql, Tx } from './tx.ts'

/** Reads a store file without its keys, for checks that need open facts alone; a sealed value does not open. */
export function keylessReading(database: Database.Database, at: Instant): Tx {
  const none = Buffer.alloc(0)
  return new ReadingTx(
    connectionTo(database, { data: EMPTY_RING, sealing: EMPTY_SEALING_RING, lookup: none, audit: none }),
    at,
  )
}

/** A file with nothing that watches it: for checks, and for benches that write years in minutes. */
export function connectionTo(database: Database.Database, keys: Keys): Connection {
  const kept = new Map<string, unknown>()
  const statements = new Map<string, ReturnType<Sql['prepare']>>()
  return {
    query: drizzle(database),
    sql: {
      prepare(text) {
        const known = statements.get(text) ?? database.prepare(text)
        statements.set(text, known)
        return known
      },
    },
    keys,
    // Nothing changes while a file is only read.
    steady: <T>(key: string, make: () => T) => {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
  }
}
