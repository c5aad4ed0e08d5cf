import type { Instant } from '@counter/shared/vocabulary/time'
import type { CasePlace, News } from '../domain/record/audience.ts'
import type { JournalDraft } from './journal-draft.ts'
import type { Tx } from './tx.ts'

/** What every transaction of one connection shares. */
export type Connection = Pick<Tx, 'query' | 'sql' | 'keys' | 'steady'>

/** One piece of news with whom it concerns. */
export interface Told {
  readonly news: News
  readonly place: CasePlace | undefined
}

/** A transaction as use cases see it; a class, because one is made for each of a thousand presses. */
export class WritingTx implements Tx {
  readonly query: Connection['query']
  readonly sql: Connection['sql']
  readonly keys: Connection['keys']
  readonly steady: Connection['steady']
  readonly at: Instant
  readonly drafts: JournalDraft[] = []
  readonly told: Told[] = []

  constructor({ query, sql, keys, steady }: Connection, at: Instant) {
    this.query = query
    this.sql = sql
    this.keys = keys
    this.steady = steady
    this.at = at
  }

  kept<T>(_key: string, make: () => T): T {
    return make()
  }

  record(entry: JournalDraft): void {
    this.drafts.push(entry)
  }

  tell(news: News, place?: CasePlace): void {
    this.told.push({ news, place })
  }
}

/** While only reading, nothing changes, so what was read under a key is not read again. */
export class ReadingTx extends WritingTx {
  readonly #found = new Map<string, unknown>()

  override kept<T>(key: string, make: () => T): T {
    if (!this.#found.has(key)) this.#found.set(key, make())
    return this.#found.get(key) as T
  }
}
