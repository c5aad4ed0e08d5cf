import type { ClockKind } from '@counter/shared/vocabulary/case'
import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { and, asc, eq, lt, sql } from 'drizzle-orm'
import { caseClock, cases } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** A clock of awaited papers that ran out. */
export interface BrokenClock {
  readonly case: CaseId
  readonly kind: ClockKind
  readonly dueOn: PlainDate | null
}

/** The cases whose promised or awaited papers did not come in time, the longest overdue first (C205, C442). */
export function findBrokenClocks(tx: Tx, unit: UnitCode | undefined, limit: number): BrokenClock[] {
  // Written out, because a partial index is taken only when its condition stands in the statement.
  const isAwaited = sql`${caseClock.kind} IN ('promise','waiting') AND ${caseClock.state} = 'running'`
  return tx.query
    .select({ case: caseClock.case, kind: caseClock.kind, dueOn: caseClock.dueOn })
    .from(caseClock)
    .innerJoin(cases, eq(cases.id, caseClock.case))
    .where(and(isAwaited, lt(caseClock.dueAt, tx.at), unit && eq(cases.unit, unit)))
    .orderBy(asc(caseClock.dueAt), asc(caseClock.case))
    .limit(limit)
    .all()
}
