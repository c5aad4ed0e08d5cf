import type { Instant } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { CasePlace, News } from '../domain/record/audience.ts'
import type { Keys } from './crypto.ts'
import type { JournalDraft } from './journal-draft.ts'

export type Query = Pick<BetterSQLite3Database, 'select' | 'insert' | 'update' | 'delete'>

/** The connection as store functions see it: statements are prepared once and kept. */
export interface Sql {
  prepare(text: string): Database.Statement<unknown[], unknown>
}

/** Every store function takes one of these first, so no query can run outside a transaction. */
export interface Tx {
  readonly query: Query
  /** The same connection for the few statements that drizzle cannot say; only store functions use it. */
  readonly sql: Sql
  readonly keys: Keys
  /** Event time: never before the last event (R8, I45). */
  readonly at: Instant
  /** While only reading, what was once read under a key need not be read again; while writing it always is. */
  kept<T>(key: string, make: () => T): T
  /** What seldom changes is read once, until a row of its tables changes; not to be changed by whoever gets it. */
  steady<T>(key: string, make: () => T): T
  /** Appends to the journal, in the same transaction as the change and after it, with the rows it changed (Q67). */
  record(entry: JournalDraft): void
  /** Names a change for the screens; they hear of it only if the transaction commits. */
  tell(news: News, place?: CasePlace): void
}
