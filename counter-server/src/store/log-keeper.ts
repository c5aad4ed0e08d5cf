import type Database from 'better-sqlite3'
import { emptied, pagesToFold } from './log.ts'
import { FOLD_AT_PAGES } from './pragmas.ts'

/** Longer than any report reads (R7). */
const MOST_TRIES = 120
const AGAIN_MS = 500

/** Sees that the log is written back into the file, beside the writer where there is somebody to do it (R1). */
export interface LogKeeper {
  foldIfLong(): void
  /** Resolves when the log is not being written back. */
  folded(): Promise<void>
  /** Writes back and empties; whoever still reads the log is waited for (P46). */
  empty(): Promise<void>
}

export function keepLog(
  database: Database.Database,
  foldApart: (() => Promise<void>) | undefined,
  onFault: (error: unknown) => void,
): LogKeeper {
  const pages = pagesToFold(database)
  let folding: Promise<void> | null = null
  return {
    // A commit waits for its own pages alone; writing a thousand of them back takes up to half a second of a busy disk.
    foldIfLong() {
      if (foldApart === undefined || folding !== null || pages() < FOLD_AT_PAGES) return
      folding = foldApart()
        .catch(onFault)
        .finally(() => {
          folding = null
        })
    },
    folded: () => folding ?? Promise.resolve(),
    async empty() {
      if (pages() >= FOLD_AT_PAGES) await foldApart?.()
      for (let tries = 0; !emptied(database); tries += 1) {
        if (tries === MOST_TRIES) throw new Error('the log could not be emptied: somebody goes on reading it')
        await new Promise((done) => setTimeout(done, AGAIN_MS))
      }
    },
  }
}
