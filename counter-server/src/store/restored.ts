import type { Tx } from './tx.ts'

/** Whoever was signed in when the backup was made may have been signed out or shut out since (P12). */
export function endAllSessions(tx: Tx): number {
  return tx.sql.prepare('UPDATE session SET ended_at = ? WHERE ended_at IS NULL').run(tx.at).changes
}

/** Parts of files on their way are no part of a backup: such a file begins again at 0 (V71). */
export function forgetParts(tx: Tx): void {
  tx.sql.prepare('UPDATE file SET "offset" = 0 WHERE stored_at IS NULL').run()
}
