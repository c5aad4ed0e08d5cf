import type { CaseId, ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import type { RatingLevel } from '@counter/shared/vocabulary/rating'
import type { Instant } from '@counter/shared/vocabulary/time'
import { endedKey } from './case-lists.ts'
import type { Tx } from './tx.ts'

/** What has to be known of a case to read its events with the rules of its item. */
export interface CaseHead {
  readonly id: CaseId
  readonly item: ItemCode
  readonly itemVersion: number
  readonly listKey: string
  /** What it was rated with; null when it was not, or an appeal against it was upheld (C1003, C1005). */
  readonly level: RatingLevel | null
}

export interface HeadsWanted {
  /** Cases that lived at any time since here … */
  readonly since: Instant
  /** … and were received before here. */
  readonly before: Instant
  /** Of one unit alone, or null for all. */
  readonly unit: UnitCode | null
}

const BATCH = 500

// The open ones stand first in every list and the ended ones after them, newest first: all of them are one stretch of it.
const SELECT = `SELECT id, item, item_version AS itemVersion, list_key AS listKey, (
    SELECT level FROM rating r WHERE r.kind = 'case' AND r.subject = "case".id
      AND NOT EXISTS (SELECT 1 FROM rating_appeal a WHERE a.rating = r.id AND a.is_upheld = 1)
  ) AS level FROM "case"
  WHERE (list_key, id) > (@listKey, @id) AND list_key <= @last AND received_at < @before`
const ORDER = 'ORDER BY list_key, id LIMIT @limit'

/** The cases that lived in a period, batch by batch. */
export function* findCaseHeads({ sql }: Tx, { since, before, unit }: HeadsWanted): Generator<CaseHead> {
  const of = unit === null ? '' : 'AND unit = @unit'
  const statement = sql.prepare(`${SELECT} ${of} ${ORDER}`)
  for (let after = { listKey: '1', id: '' }; ; ) {
    const batch = statement.all({
      ...after,
      last: endedKey(since),
      before,
      limit: BATCH,
      ...(unit === null ? {} : { unit }),
    }) as CaseHead[]
    yield* batch
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH) return
    after = { listKey: last.listKey, id: last.id }
  }
}

/** The names of the catalogue's items; of one with several versions the newest. */
export function findItemNames({ sql }: Tx): ReadonlyMap<string, string> {
  const rows = sql
    .prepare('SELECT code, name FROM item_version ORDER BY code, version LIMIT 5000')
    .raw()
    .all()
  return new Map(rows as [string, string][])
}
