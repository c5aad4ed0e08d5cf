import Database from 'better-sqlite3'
import { setDurable } from './pragmas.ts'

/**
 * Pages at which the writer folds it after all, whoever else should have: 64 MiB. Folding waits for the disk twice, up to
 * half a second when it is busy, and whoever presses then would wait with it.
 */
export const WRITER_FOLDS_AT_PAGES = 16_384

/** What was written meanwhile is folded as well, a few times: only a log that is in the file to its end begins anew. */
const TURNS = 4

/** A second connection that only folds: what readers still need stays in the log for the next time. */
export function openForFolding(file: string): () => void {
  const database = new Database(file, { fileMustExist: true })
  setDurable(database)
  const left = pagesToFold(database)
  return () => {
    for (let turn = 0; turn < TURNS && left() > 0; turn += 1) database.pragma('wal_checkpoint(PASSIVE)')
  }
}

/** Tells how many pages of the log are not in the file yet; asking moves nothing. */
export function pagesToFold(database: Database.Database): () => number {
  const look = database.prepare('PRAGMA wal_checkpoint(NOOP)')
  return () => {
    const { log, checkpointed } = look.get() as { log: number; checkpointed: number }
    return log - checkpointed
  }
}

/** Folds what is left and empties the log; false when somebody still reads it, for whom nothing waits here. */
export function emptied(database: Database.Database): boolean {
  const patience = database.pragma('busy_timeout', { simple: true })
  database.pragma('busy_timeout = 0')
  const [{ busy }] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
  database.pragma(`busy_timeout = ${patience}`)
  return busy === 0
}
