import Database from 'better-sqlite3'

/** Another server holds the data directory (R2 `start.already_running`). */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning'
}

/** Holds an exclusive transaction on `owner.db` for the life of the process; it ends with the process, so no stale lock (R3). */
export function ownDirectory(file: string): () => void {
  const owner = new Database(file, { timeout: 0 })
  try {
    owner.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    owner.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new AlreadyRunning(file)
    throw error
  }
  return () => owner.close()
}
