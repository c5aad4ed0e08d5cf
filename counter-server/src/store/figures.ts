import type { UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { Tx } from './tx.ts'

/** The numbers taken on a day, and the mean wait of those already called (Q68). */
export function countTicketDay(tx: Tx, day: PlainDate): { issued: number; meanWaitMs: number | null } {
  return tx.sql
    .prepare(
      `SELECT count(*) AS issued, avg((julianday(first_called_at) - 2440587.5) * 86400000 - base_ms) AS meanWaitMs
       FROM ticket WHERE business_date = ?`,
    )
    .get(day) as { issued: number; meanWaitMs: number | null }
}

/** Cases accepted and decided since a moment. */
export function countCaseDay(tx: Tx, since: Instant): { acceptedToday: number; decidedToday: number } {
  return tx.sql
    .prepare(
      `SELECT (SELECT count(*) FROM "case" WHERE accepted_at >= :since) AS acceptedToday,
        (SELECT count(*) FROM "case" WHERE decided_at >= :since) AS decidedToday`,
    )
    .get({ since }) as { acceptedToday: number; decidedToday: number }
}

/** Decisions of each unit since a moment, and how many came by their due instant (C707). */
export function countDecidedByUnit(
  tx: Tx,
  since: Instant,
): Map<UnitCode, { decided: number; onTime: number }> {
  const rows = tx.sql
    .prepare(
      'SELECT unit, count(*) AS decided, sum(is_on_time) AS onTime FROM "case" WHERE decided_at >= ? GROUP BY +unit',
    )
    .all(since) as { unit: UnitCode; decided: number; onTime: number | null }[]
  return new Map(rows.map(({ unit, decided, onTime }) => [unit, { decided, onTime: onTime ?? 0 }]))
}

export interface DecidedCount {
  readonly decided: number
  readonly onTime: number
}

/** The same by the village that the case came from; what came at the centre is not in it. */
export function countDecidedByVillage(tx: Tx, since: Instant): ReadonlyMap<string, DecidedCount> {
  return decidedBy(tx, 'village', since)
}

/** The same of the whole centre by civil month. */
export function countDecidedByMonth(tx: Tx, since: Instant): ReadonlyMap<string, DecidedCount> {
  return decidedBy(tx, "substr(datetime(decided_at, '+8 hours'), 1, 7)", since)
}

function decidedBy(tx: Tx, key: string, since: Instant): ReadonlyMap<string, DecidedCount> {
  const rows = tx.sql
    .prepare(
      `SELECT ${key} AS key, count(*) AS decided, coalesce(sum(is_on_time), 0) AS onTime FROM "case"
       WHERE decided_at >= ? GROUP BY 1 HAVING key IS NOT NULL`,
    )
    .all(since) as (DecidedCount & { readonly key: string })[]
  return new Map(rows.map(({ key: of, decided, onTime }) => [of, { decided, onTime }]))
}

/** Cases of each village point received since a moment. */
export function countReceived(tx: Tx, since: Instant): Map<VillageCode, number> {
  const rows = tx.sql
    .prepare(
      'SELECT village, count(*) AS n FROM "case" WHERE received_at >= ? AND village IS NOT NULL GROUP BY village',
    )
    .all(since) as { village: VillageCode; n: number }[]
  return new Map(rows.map(({ village, n }) => [village, n]))
}
