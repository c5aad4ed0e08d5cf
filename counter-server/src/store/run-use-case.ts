import type { Instant } from '@counter/shared/vocabulary/time'
import type Database from 'better-sqlite3'
import { type Audience, audiencesOf, type News } from '../domain/record/audience.ts'
import { asRefusal } from './disk-fault.ts'
import { appendJournal } from './journal.ts'
import type { RowWatch } from './row-changes.ts'
import type { Steady } from './steady.ts'
import type { ByAudience } from './streams.ts'
import { type Connection, type Told, WritingTx } from './transaction.ts'
import type { Tx } from './tx.ts'

/** A use case that waits for the next commit. */
export interface Job {
  readonly work: (tx: Tx) => unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/** What became of it: a value, or the error that took back its own part alone (R4). */
export interface Outcome {
  readonly job: Job
  readonly at: Instant
  readonly value?: unknown
  readonly error?: unknown
  readonly told: ByAudience
}

/** Runs one use case in a savepoint of its own, with its rows of the journal and what it tells whom. */
export function useCaseRunner(
  database: Database.Database,
  connection: Connection,
  { steady, rows }: { readonly steady: Steady; readonly rows: RowWatch },
): (job: Job, at: Instant) => Outcome {
  const { sql } = connection
  const savepoint = database.prepare('SAVEPOINT one')
  const undo = database.prepare('ROLLBACK TO one')
  const release = database.prepare('RELEASE one')

  function openWindows(): readonly number[] {
    return steady.read('window numbers', () =>
      sql.prepare('SELECT "window" FROM "window" WHERE retired_at IS NULL').pluck().all(),
    ) as number[]
  }

  return (job, at) => {
    const tx = new WritingTx(connection, at)
    let isApart = false
    try {
      savepoint.run()
      isApart = true
      const value = job.work(tx)
      if (value instanceof Promise) throw new Error('a transaction cannot return a promise')
      appendJournal(sql, at, tx.drafts, rows.take())
      const told = byAudience(tx.told, openWindows())
      release.run()
      return { job, at, value, told }
    } catch (error) {
      steady.forget()
      rows.forget()
      // A full or failing disk makes SQLite take the whole transaction back by itself; then no savepoint is left.
      if (isApart && database.inTransaction) {
        undo.run()
        release.run()
      }
      return { job, at, error: asRefusal(error), told: new Map() }
    }
  }
}

// The end of a day tells of every ticket at once, so what was told is looked up and not compared one by one.
function byAudience(told: readonly Told[], windows: readonly number[]): ByAudience {
  const streams = new Map<Audience, Map<string, News>>()
  for (const { news, place } of told) {
    const text = JSON.stringify(news)
    for (const audience of audiencesOf(news, windows, place)) {
      const known = streams.get(audience)
      if (known === undefined) streams.set(audience, new Map([[text, news]]))
      else known.set(text, news)
    }
  }
  return streams
}
