import type { StaffId, TicketId } from '@counter/shared/vocabulary/ids'
import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** The visit that ended last at a window since an instant, or null. */
export function findLastServed(
  tx: Tx,
  window: number,
  since: Instant,
): { readonly id: TicketId; readonly endedAt: Instant } | null {
  const row = tx.sql
    .prepare(
      `SELECT ticket AS id, ended_at AS endedAt FROM leg WHERE "window" = ? AND ended_as = 'served' AND ended_at >= ?
       ORDER BY ended_at DESC LIMIT 1`,
    )
    .get(window, since)
  return (row ?? null) as { id: TicketId; endedAt: Instant } | null
}

/** The levels given since an instant for visits that somebody served, oldest first; those of an upheld appeal are left out (C1005). */
export function findLevelsOf(tx: Tx, staff: StaffId, since: Instant, limit: number): readonly RatingLevel[] {
  return tx.sql
    .prepare(
      `SELECT r.level FROM rating r JOIN leg l ON l.ticket = r.subject AND l.ended_as = 'served' JOIN duty d ON d.id = l.duty
       WHERE r.given_at >= ? AND r.kind = 'ticket' AND d.staff = ?
         AND NOT EXISTS (SELECT 1 FROM rating_appeal a WHERE a.rating = r.id AND a.is_upheld = 1)
       ORDER BY r.given_at, r.id LIMIT ?`,
    )
    .pluck()
    .all(since, staff, limit) as RatingLevel[]
}
