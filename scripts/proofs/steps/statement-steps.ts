import Database from 'better-sqlite3'

/** What happens just before a statement that changes the record, or begins or ends a transaction, is run. */
export type AtStep = (step: number, source: string) => void

const WAYS = ['run', 'get', 'all'] as const
const ENDS = /^(BEGIN|SAVEPOINT|RELEASE|COMMIT)/
const ASKS = /^PRAGMA/

interface Statement {
  readonly readonly: boolean
  readonly source: string
}

/**
 * Stands between the driver and SQLite while a piece of work runs: each statement that changes something is a step, at which
 * the disk may fail or the files be copied as a kill would leave them. Tells the steps.
 */
export async function withSteps<T>(
  atStep: AtStep,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly steps: readonly string[] }> {
  const database = new Database(':memory:')
  const prototype = Object.getPrototypeOf(database.prepare('SELECT 1')) as Record<string, unknown>
  database.close()
  const real = WAYS.map((way) => [way, prototype[way] as (...values: unknown[]) => unknown] as const)
  const steps: string[] = []
  for (const [way, run] of real)
    prototype[way] = function (this: Statement, ...values: unknown[]) {
      if (ENDS.test(this.source) || !(this.readonly || ASKS.test(this.source))) {
        steps.push(this.source)
        atStep(steps.length, this.source)
      }
      return run.apply(this, values)
    }
  try {
    return { done: await work(), steps }
  } finally {
    for (const [way, run] of real) prototype[way] = run
  }
}

/** What SQLite says of a full disk; the next statement finds room again. */
export function fullDisk(): Error {
  return new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
}
