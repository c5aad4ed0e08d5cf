import type { Instant } from '@counter/shared/vocabulary/time'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Keys } from './crypto.ts'
import { asRefusal, isDiskFault } from './disk-fault.ts'
import { lastEventAt } from './journal.ts'
import { keptStatements } from './kept-statements.ts'
import { keepLightCounts } from './light-counts.ts'
import { WRITER_FOLDS_AT_PAGES } from './log.ts'
import { keepLog } from './log-keeper.ts'
import { type Migration, migrate } from './migrate.ts'
import { assertDurable, FOLD_AT_PAGES, setDurable } from './pragmas.ts'
import { watchRows } from './row-changes.ts'
import { type Job, type Outcome, useCaseRunner } from './run-use-case.ts'
import { watchSteady } from './steady.ts'
import { type StreamNews, writeStreams } from './streams.ts'
import { ReadingTx } from './transaction.ts'
import type { Tx } from './tx.ts'

// A promise would resolve after COMMIT, so asynchronous work is refused by the compiler (K26).
export type Synchronous<T> =
  T extends PromiseLike<unknown> ? { error: 'a transaction cannot wait for anything' } : T

export interface Store {
  readonly epoch: string
  readonly keys: Keys
  /** The time of the record: the clock, but never before the last event. */
  now(): Instant
  read<T>(work: (tx: Tx) => Synchronous<T>): T
  /** Resolves after COMMIT; several callers may share one commit (R4). A refusal rolls back its own part only. */
  write<T>(work: (tx: Tx) => Synchronous<T>): Promise<T>
  onCommit(listener: (news: readonly StreamNews[]) => void): () => void
  /** Resolves when the log is not being written back: work that can wait leaves the disk to it, so that the log can begin anew. */
  folded(): Promise<void>
  /** Writes the log back into the file and empties it, so that what was removed lies nowhere on the disk (P46, I41). A report that still reads it is waited for. */
  emptyLog(): Promise<void>
  close(): void
}

export interface StoreOptions {
  readonly file: string
  readonly keys: Keys
  readonly migrations: readonly Migration[]
  readonly now: () => Instant
  readonly newEpoch: () => string
  readonly onListenerFault: (error: unknown) => void
  /** An I/O error of the disk: writes have stopped and the process must end (R10). */
  readonly onDiskFault: (error: unknown) => void
  /** Writes the log back into the file beside this thread; without it the commit that fills the log does so itself (R1). */
  readonly foldApart?: () => Promise<void>
  /** Waits this long before each commit; benches use it to show what sharing a commit brings. */
  readonly commitDelayMs?: number
  /** How many use cases may share a commit; benches set 1 to have something to compare with. */
  readonly groupSize?: number
}

const GROUP_SIZE = 64
const GROUP_MS = 40

/** Opens the store: settings of R1 asserted after a write, migrations, then one writer for everything (I10). */
export function openStore(options: StoreOptions): Store {
  const database = new Database(options.file)
  const foldAtPages = options.foldApart === undefined ? FOLD_AT_PAGES : WRITER_FOLDS_AT_PAGES
  setDurable(database, foldAtPages)
  migrate(database, options.migrations)
  assertDurable(database, foldAtPages)
  const query = drizzle(database)
  const sql = keptStatements(database)
  const rows = watchRows(database)
  const steady = watchSteady(database)
  keepLightCounts(database)
  const listeners = new Set<(news: readonly StreamNews[]) => void>()
  const waiting: Job[] = []
  const statements = {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
  }
  const groupSize = options.groupSize ?? GROUP_SIZE
  const epoch = readEpoch(database, options.newEpoch)
  const streams = writeStreams(sql, epoch)
  let lastAt = lastEventAt(database)
  let isScheduled = false
  let diskFault: unknown = null

  function now(): Instant {
    const wall = options.now()
    if (wall < lastAt) return lastAt
    return wall
  }

  const connection = { query, sql, keys: options.keys, steady: steady.read }
  const run = useCaseRunner(database, connection, { steady, rows })
  const log = keepLog(database, options.foldApart, (error) => {
    stopOnDiskFault(error)
    if (!isDiskFault(error)) options.onListenerFault(error)
  })

  // One synchronous turn: nobody else can read the connection between BEGIN and COMMIT (R4).
  function flush(): void {
    isScheduled = false
    if (diskFault !== null || waiting.length === 0) return
    if (!begin()) return
    const outcomes = runGroup()
    const { failed, news } = finish(outcomes)
    for (const outcome of outcomes) answer(outcome, failed)
    listen(news)
    log.foldIfLong()
    if (waiting.length > 0) schedule()
  }

  function runGroup(): Outcome[] {
    const startedAt = performance.now()
    const outcomes: Outcome[] = []
    while (
      database.inTransaction &&
      outcomes.length < groupSize &&
      performance.now() - startedAt < GROUP_MS
    ) {
      const job = waiting.shift()
      if (job === undefined) break
      const outcome = run(job, now())
      if (!('error' in outcome)) lastAt = outcome.at
      outcomes.push(outcome)
    }
    return outcomes
  }

  // A transaction that cannot even begin leaves its commands unknown; they are asked again with the same ids (R6).
  function begin(): boolean {
    try {
      statements.begin.run()
      return true
    } catch (error) {
      for (const job of waiting.splice(0)) job.reject(error)
      stopOnDiskFault(error)
      return false
    }
  }

  /** What the group tells, or the error that took all of it back, which makes it unknown (R4). */
  function finish(outcomes: readonly Outcome[]): { failed: unknown; news: readonly StreamNews[] } {
    if (!database.inTransaction) return { failed: outcomes.at(-1)?.error, news: [] }
    try {
      if (options.commitDelayMs !== undefined) holdUp(options.commitDelayMs)
      const hasWork = outcomes.some((outcome) => !('error' in outcome))
      const news = streams.write(outcomes)
      ;(hasWork ? statements.commit : statements.rollback).run()
      return { failed: null, news }
    } catch (error) {
      steady.forget()
      streams.forget()
      if (database.inTransaction) statements.rollback.run()
      stopOnDiskFault(error)
      return { failed: error, news: [] }
    }
  }

  function answer(outcome: Outcome, failed: unknown): void {
    if ('error' in outcome) {
      stopOnDiskFault(outcome.error)
      outcome.job.reject(outcome.error)
    } else if (failed !== null) outcome.job.reject(asRefusal(failed))
    else outcome.job.resolve(outcome.value as never)
  }

  // fsync is never tried again: after the first failure the pages it lost may read as clean (R10).
  function stopOnDiskFault(error: unknown): void {
    if (!isDiskFault(error) || diskFault !== null) return
    diskFault = error
    for (const job of waiting.splice(0)) job.reject(error)
    options.onDiskFault(error)
  }

  // The change is already on disk, so a listener that fails must not make its request look failed.
  function listen(news: readonly StreamNews[]): void {
    if (news.length === 0) return
    for (const listener of listeners) {
      try {
        listener(news)
      } catch (error) {
        options.onListenerFault(error)
      }
    }
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(flush)
  }

  return {
    epoch,
    keys: options.keys,
    now,
    read: (work) => work(new ReadingTx(connection, now())) as never,
    write: (work) =>
      new Promise((resolve, reject) => {
        if (diskFault !== null) return reject(diskFault)
        waiting.push({ work, resolve, reject })
        schedule()
      }),
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    folded: log.folded,
    emptyLog: log.empty,
    close() {
      flush()
      database.close()
    },
  }
}

function readEpoch(database: Database.Database, newEpoch: () => string): string {
  database.prepare("INSERT INTO store_meta VALUES ('epoch', ?) ON CONFLICT DO NOTHING").run(newEpoch())
  return database.prepare("SELECT value FROM store_meta WHERE key = 'epoch'").pluck().get() as string
}

function holdUp(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
