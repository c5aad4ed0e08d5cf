import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId, ItemCode } from '@counter/shared/vocabulary/ids'
import type { Tx } from './tx.ts'

/** An open case as a walk through all of them needs it. */
export interface OpenCase {
  readonly id: CaseId
  readonly number: string
  readonly item: ItemCode
  readonly itemVersion: number
  readonly itemName: string
  readonly unitName: string
  readonly status: CaseStatus
}

const SELECT = `SELECT c.id, c.number, c.item, c.item_version AS itemVersion, c.item_name AS itemName, u.name AS unitName, c.status
  FROM "case" c INDEXED BY case_still_open JOIN unit u ON u.code = c.unit WHERE c.is_open = 1 AND c.id > ? ORDER BY c.id LIMIT ?`

/** The open cases after one, in the order of their ids: a walk through all of them in steps (C603). */
export function findOpenCases(tx: Tx, after: string, limit: number): OpenCase[] {
  return tx.sql.prepare(SELECT).all(after, limit) as OpenCase[]
}

/** The last event of any case. */
export function findLastCaseEvent(tx: Tx): number {
  return (tx.sql.prepare('SELECT max(seq) FROM case_event').pluck().get() ?? 0) as number
}

/** What happened after an event, and to which cases, in order. */
export function findCaseEventsSince(tx: Tx, seq: number, limit: number): { seq: number; case: CaseId }[] {
  return tx.sql
    .prepare('SELECT seq, "case" FROM case_event WHERE seq > ? ORDER BY seq LIMIT ?')
    .all(seq, limit) as { seq: number; case: CaseId }[]
}

/** How many open cases were last written under other rules than these (C305). */
export function countCasesMadeOtherwise(tx: Tx, madeWith: string): number {
  return tx.sql
    .prepare(
      'SELECT (SELECT count(*) FROM "case" WHERE is_open = 1 AND made_with < @it) + (SELECT count(*) FROM "case" WHERE is_open = 1 AND made_with > @it)',
    )
    .pluck()
    .get({ it: madeWith }) as number
}
