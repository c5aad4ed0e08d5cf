import {
  CLOCK_KINDS,
  type ClockKind,
  type MarkThreshold,
  type ToldHow,
} from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, eq, gt, gte, isNotNull, lt, lte, sql } from 'drizzle-orm'
import { insertRow } from './bulk-rows.ts'
import { findOutages, type Outage } from './outages.ts'
import { caseClock, cases, clockMark, toldDeadline } from './schema/cases.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

export type ClockRow = typeof caseClock.$inferInsert

/** One crossing that fired: once per case, kind, threshold and due (C521). */
export interface FiredMark {
  readonly kind: ClockKind
  readonly threshold: MarkThreshold
  readonly dueAt: Instant
  readonly crossedAt: Instant
}

/** Writes what the clocks of a case say now in place of what they said before. */
export function saveClocks(tx: Tx, id: CaseId, rows: readonly ClockRow[]): void {
  tx.sql.prepare('DELETE FROM case_clock WHERE "case" = ?').run(id)
  for (const row of rows) insertRow(tx, caseClock, row)
}

export function findClocks(tx: Tx, id: CaseId): (typeof caseClock.$inferSelect)[] {
  return tx.query.select().from(caseClock).where(eq(caseClock.case, id)).limit(CLOCK_KINDS.length).all()
}

/** The cases with a crossing that has come, earliest first, by one index (C521). */
export function findCasesWithDueMark(tx: Tx, limit: number): CaseId[] {
  const rows = tx.query
    .select({ case: caseClock.case })
    .from(caseClock)
    .where(and(isNotNull(caseClock.nextMarkAt), lte(caseClock.nextMarkAt, tx.at)))
    .orderBy(asc(caseClock.nextMarkAt))
    .limit(limit)
    .all()
  return [...new Set(rows.map((row) => row.case))]
}

const marksOfCase = statement((query) =>
  query
    .select()
    .from(clockMark)
    .where(eq(clockMark.case, sql.placeholder('case')))
    .limit(500)
    .prepare(),
)

/** The crossings of a case that already fired. */
export function findMarks(tx: Tx, id: CaseId): FiredMark[] {
  return marksOfCase(tx)
    .all({ case: id })
    .map(({ kind, threshold, dueAt, crossedAt }) => ({ kind, threshold, dueAt, crossedAt }))
}

/** True when this crossing is new; the key of the table decides (C521). */
export function insertMark(tx: Tx, id: CaseId, { kind, threshold, dueAt, crossedAt }: FiredMark): boolean {
  return (
    tx.query
      .insert(clockMark)
      .values({ case: id, kind, threshold, dueAt, crossedAt, firedAt: tx.at })
      .onConflictDoNothing()
      .run().changes === 1
  )
}

/** Keeps the due date that the resident was told, and how (C520). */
export function insertToldDeadline(
  tx: Tx,
  told: {
    id: string
    case: CaseId
    event: string
    dueOn: PlainDate
    calendar: string
    how: ToldHow | 'slip' | 'ledger'
  },
): void {
  insertRow(tx, toldDeadline, told)
}

/** Open cases whose clocks were made with something else than what holds now (C305): before or behind it in the index. */
export function findCasesMadeOtherwise(tx: Tx, madeWith: string, limit: number): CaseId[] {
  return [lt(cases.madeWith, madeWith), gt(cases.madeWith, madeWith)].flatMap((isOther) =>
    tx.query
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.isOpen, true), isOther))
      .limit(limit)
      .all()
      .map(({ id }) => id),
  )
}

/** What was crossed while the server was off and marked in one go when it came back (C521). */
export interface LateMarks {
  readonly yellow: number
  readonly red: number
  readonly crossedFrom: Instant
  readonly firedAt: Instant
}

/**
 * What the promises crossed while the server was off, for the outages that ended since a moment; null without any. A mark
 * may fire long after its crossing for other reasons: a case received at ten is yellow from midnight, an acceptance is
 * entered later, a calendar moves a date. None of these was crossed between two ticks.
 */
export function findLateMarks(tx: Tx, since: Instant): LateMarks | null {
  const all = findOutages(tx, since).flatMap((outage) => lateMarksOf(tx, outage) ?? [])
  return all.length === 0 ? null : all.reduce(bothOf)
}

function lateMarksOf(tx: Tx, { from, to, doneAt }: Outage): LateMarks | null {
  const { firedAt: fired, crossedAt: crossed, threshold, kind } = clockMark
  const found = tx.query
    .select({
      yellow: sql<number | null>`sum(${threshold} = 'yellow')`,
      red: sql<number | null>`sum(${threshold} = 'red')`,
      crossedFrom: sql<Instant | null>`min(${crossed})`,
      firedAt: sql<Instant | null>`max(${fired})`,
    })
    .from(clockMark)
    .where(
      and(gte(fired, to), lte(fired, doneAt), eq(kind, 'committed'), gt(crossed, from), lte(crossed, to)),
    )
    .get()
  if (found === undefined || found.crossedFrom === null || found.firedAt === null) return null
  const { yellow, red, crossedFrom, firedAt } = found
  return { yellow: yellow ?? 0, red: red ?? 0, crossedFrom, firedAt }
}

// Outages follow one another, so the first crossing is the earlier one's and the last mark the later one's.
function bothOf(earlier: LateMarks, later: LateMarks): LateMarks {
  return {
    yellow: earlier.yellow + later.yellow,
    red: earlier.red + later.red,
    crossedFrom: earlier.crossedFrom,
    firedAt: later.firedAt,
  }
}
