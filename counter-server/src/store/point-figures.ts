import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { VillageNumberState } from '@counter/shared/vocabulary/lease'
import { caseNumber } from '@counter/shared/vocabulary/number'
import type { Instant } from '@counter/shared/vocabulary/time'
import { unseal } from './crypto.ts'
import type { Tx } from './tx.ts'

const MOST_CASES = 20_000

/** A case that a point handed up. */
export interface HandedUp {
  readonly village: VillageCode
  readonly registeredAt: Instant
  readonly receivedAt: Instant
  readonly isRelative: boolean
}

/** What the points handed up since a moment, with both instants (V15, V89). */
export function findHandedUp(tx: Tx, since: Instant): HandedUp[] {
  const rows = tx.sql
    .prepare(
      `SELECT "case".village, coalesce("case".registered_at, "case".received_at) AS registeredAt,
         "case".received_at AS receivedAt, instr("case".flags, '"relative"') > 0 AS isRelative
       FROM "case" JOIN agency ON agency."case" = "case".id
       WHERE "case".received_at >= ? AND "case".village IS NOT NULL LIMIT ${MOST_CASES}`,
    )
    .all(since) as (Omit<HandedUp, 'isRelative'> & { isRelative: number })[]
  return rows.map((row) => ({ ...row, isRelative: row.isRelative === 1 }))
}

export interface DecidedShare {
  readonly decided: number
  readonly onTime: number
}

/** Of what the points handed up: decided since a moment, and how many of them in time (V89). */
export function countDecidedOfPoints(tx: Tx, since: Instant): ReadonlyMap<VillageCode, DecidedShare> {
  const rows = tx.sql
    .prepare(
      `SELECT agency.village, count(*) AS decided, coalesce(sum("case".is_on_time), 0) AS onTime
       FROM "case" JOIN agency ON agency."case" = "case".id
       WHERE "case".decided_at >= ? AND "case".is_on_time IS NOT NULL GROUP BY agency.village`,
    )
    .all(since) as (DecidedShare & { readonly village: VillageCode })[]
  return new Map(rows.map(({ village, ...share }) => [village, share]))
}

/** What a device was lent, by how it stands. */
export function countNumbersOfDevice(tx: Tx, device: string): ReadonlyMap<VillageNumberState, number> {
  const rows = tx.sql
    .prepare('SELECT state, count(*) AS n FROM village_number WHERE device = ? GROUP BY state')
    .all(device) as { state: VillageNumberState; n: number }[]
  return new Map(rows.map(({ state, n }) => [state, n]))
}

/** The series of a point and year. */
export interface Series {
  readonly village: VillageCode
  readonly year: number
}

export interface NumberCounts {
  readonly last: number
  readonly states: ReadonlyMap<VillageNumberState, number>
  readonly direct: number
}

/** How the numbers of a point and year stand: lent ones by state, and those the centre gave itself (V62). */
export function countNumbers(tx: Tx, { village, year }: Series): NumberCounts {
  const [from, until] = rangeOf({ village, year })
  const last = tx.sql
    .prepare('SELECT last FROM case_counter WHERE year = ? AND source = ?')
    .pluck()
    .get(year, village) as number | undefined
  const states = tx.sql
    .prepare(
      'SELECT state, count(*) AS n FROM village_number WHERE number >= ? AND number < ? GROUP BY state',
    )
    .all(from, until) as { state: VillageNumberState; n: number }[]
  const direct = tx.sql
    .prepare(
      `SELECT count(*) FROM "case" WHERE number >= ? AND number < ?
       AND NOT EXISTS (SELECT 1 FROM village_number lent WHERE lent.number = "case".number)`,
    )
    .pluck()
    .get(from, until) as number
  return { last: last ?? 0, states: new Map(states.map(({ state, n }) => [state, n])), direct }
}

/** A number that stands on no case. */
export interface NumberGap {
  readonly number: string
  readonly state: Exclude<VillageNumberState, 'used'> | 'unknown'
  readonly since: Instant | null
  readonly reason: string | null
}

/** Every number of the series that stands on no case, in order, with what is known of it (V62). */
export function findNumberGaps(tx: Tx, series: Series): NumberGap[] {
  const { last } = countNumbers(tx, series)
  const [from, until] = rangeOf(series)
  const lent = tx.sql
    .prepare(
      'SELECT number, state, state_at AS since, reason_enc AS reasonEnc FROM village_number WHERE number >= ? AND number < ? LIMIT 100000',
    )
    .all(from, until) as (NumberGap & { reasonEnc: Buffer | null })[]
  const known = new Map(lent.map((row) => [row.number, row]))
  const onCase = new Set(
    tx.sql
      .prepare('SELECT number FROM "case" WHERE number >= ? AND number < ? LIMIT 100000')
      .pluck()
      .all(from, until) as string[],
  )
  return Array.from({ length: last }, (_, place) => caseNumber(series.year, series.village, place + 1))
    .filter((number) => !onCase.has(number))
    .map((number) => {
      const row = known.get(number)
      if (row === undefined) return { number, state: 'unknown', since: null, reason: null }
      const { state, since, reasonEnc } = row
      return { number, state, since, reason: openReason(tx, number, reasonEnc) }
    })
}

function openReason(tx: Tx, number: string, sealed: Buffer | null): string | null {
  return sealed === null ? null : unseal(tx.keys, `village_number:${number}:reason`, sealed).toString('utf8')
}

// The sign after the hyphen, so that the range holds exactly the numbers of the series.
function rangeOf({ village, year }: Series): [string, string] {
  return [`${year}-${village}-`, `${year}-${village}.`]
}
