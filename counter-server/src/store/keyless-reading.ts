import type { Instant } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { ReadingTx } from './transaction.ts'
import type { Tx } from './tx.ts'

/** Reads a store file without its keys, for checks that need open facts alone; a sealed value does not open. */
export function keylessReading(database: Database.Database, at: Instant): Tx {
  const none = Buffer.alloc(0)
  const kept = new Map<string, unknown>()
  return new ReadingTx(
    {
      query: drizzle(database),
      sql: database,
      keys: { data: none, lookup: none, audit: none },
      // Nothing changes while a file is only read.
      steady: <T>(key: string, make: () => T) => {
        if (!kept.has(key)) kept.set(key, make())
        return kept.get(key) as T
      },
    },
    at,
  )
}
