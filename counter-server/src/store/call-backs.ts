import type { CaseId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { CallBackReason } from '@counter/shared/vocabulary/point'
import type { Instant } from '@counter/shared/vocabulary/time'
import { and, asc, eq } from 'drizzle-orm'
import type { CallBackTry } from '../domain/village/call-back.ts'
import { seal, unseal } from './crypto.ts'
import { callBack, callBackDraw, callBackTry } from './schema/call-backs.ts'
import type { Tx } from './tx.ts'

export type DrawRow = typeof callBackDraw.$inferSelect

export function findDraw(tx: Tx, village: VillageCode, month: string): DrawRow | undefined {
  return tx.query
    .select()
    .from(callBackDraw)
    .where(and(eq(callBackDraw.village, village), eq(callBackDraw.month, month)))
    .get()
}

export function insertDraw(tx: Tx, row: Omit<DrawRow, 'drawnAt'>): void {
  tx.query
    .insert(callBackDraw)
    .values({ ...row, drawnAt: tx.at })
    .run()
}

const MOST_DELIVERIES = 20_000

/** The cases of a point that were delivered within a month and stand on no list yet (V20). */
export function findDelivered(
  tx: Tx,
  village: VillageCode,
  { from, before }: { readonly from: Instant; readonly before: Instant },
): { readonly id: CaseId; readonly isListed: boolean }[] {
  const rows = tx.sql
    .prepare(
      `SELECT c.id, b."case" IS NOT NULL AS isListed
       FROM "case" c INDEXED BY case_delivered_of_village LEFT JOIN call_back b ON b."case" = c.id
       WHERE c.village = ? AND c.village IS NOT NULL AND c.status = 'closed' AND c.ended_at >= ? AND c.ended_at < ?
       LIMIT ${MOST_DELIVERIES}`,
    )
    .all(village, from, before) as { id: CaseId; isListed: number }[]
  return rows.map(({ id, isListed }) => ({ id, isListed: isListed === 1 }))
}

/** Puts a case on the list; one that stands there stays as it is. */
export function insertCallBack(
  tx: Tx,
  row: {
    readonly case: CaseId
    readonly village: VillageCode
    readonly month: string
    readonly why: CallBackReason
  },
): void {
  tx.query
    .insert(callBack)
    .values({ ...row, listedAt: tx.at })
    .onConflictDoNothing()
    .run()
}

export function findCallBack(tx: Tx, id: CaseId): typeof callBack.$inferSelect | undefined {
  return tx.query.select().from(callBack).where(eq(callBack.case, id)).get()
}

/** One line of the list, masked. */
export interface CallBackRow {
  readonly case: CaseId
  readonly number: string
  readonly itemName: string
  readonly applicant: string
  readonly person: string
  readonly village: VillageCode
  readonly villageName: string
  readonly month: string
  readonly why: CallBackReason
  readonly deliveredAt: Instant | null
  readonly listedAt: Instant
  readonly settledAt: Instant | null
}

const LINE = `SELECT b."case", c.number, c.item_name AS itemName, p.name_masked AS applicant, p.id AS person,
    b.village, v.name AS villageName, b.month, b.why, c.ended_at AS deliveredAt, b.listed_at AS listedAt,
    b.settled_at AS settledAt`
const JOINS = `JOIN "case" c ON c.id = b."case" JOIN person p ON p.id = c.person JOIN village v ON v.code = b.village`

/** Those that wait, the longest first, then those settled since a moment, the newest first (V20). */
export function findCallBacks(tx: Tx, since: Instant, limit: number): CallBackRow[] {
  const open = tx.sql
    .prepare(
      `${LINE} FROM call_back b INDEXED BY call_back_open ${JOINS}
       WHERE b.settled_at IS NULL ORDER BY b.listed_at, b."case" LIMIT ?`,
    )
    .all(limit) as CallBackRow[]
  const settled = tx.sql
    .prepare(
      `${LINE} FROM call_back b INDEXED BY call_back_settled ${JOINS}
       WHERE b.settled_at >= ? ORDER BY b.settled_at DESC, b."case" LIMIT ?`,
    )
    .all(since, limit) as CallBackRow[]
  return [...open, ...settled]
}

/** Of what was listed since a moment, per point: how many, and how many are done (V20, V89). */
export function countCallBacks(
  tx: Tx,
  since: Instant,
): ReadonlyMap<VillageCode, { readonly n: number; readonly of: number }> {
  const rows = tx.sql
    .prepare(
      `SELECT village, count(*) AS "of", count(settled_at) AS n FROM call_back WHERE listed_at >= ? GROUP BY village`,
    )
    .all(since) as { village: VillageCode; n: number; of: number }[]
  return new Map(rows.map(({ village, ...share }) => [village, share]))
}

/** The draws of a month, in the order of the points. */
export function findDraws(tx: Tx, month: string): DrawRow[] {
  return tx.query
    .select()
    .from(callBackDraw)
    .where(eq(callBackDraw.month, month))
    .orderBy(asc(callBackDraw.village))
    .limit(100)
    .all()
}

/** A call as it was made. */
export interface TryFacts extends CallBackTry {
  readonly at: Instant
  readonly by: string
}

export function findTries(tx: Tx, id: CaseId): TryFacts[] {
  return tx.query
    .select()
    .from(callBackTry)
    .where(eq(callBackTry.case, id))
    .orderBy(asc(callBackTry.nth))
    .limit(50)
    .all()
    .map(({ at, by, isReached, satisfaction, remarkEnc, nth }) => ({
      at,
      by,
      isReached,
      satisfaction,
      remark: remarkEnc === null ? '' : unseal(tx.keys, placeOf(id, nth), remarkEnc).toString('utf8'),
    }))
}

/** The place of the next call; there may have been more than are listed. */
export function nextTry(tx: Tx, id: CaseId): number {
  return tx.sql
    .prepare('SELECT coalesce(max(nth), 0) + 1 FROM call_back_try WHERE "case" = ?')
    .pluck()
    .get(id) as number
}

export function insertTry(
  tx: Tx,
  id: CaseId,
  { nth, by, remark, ...told }: CallBackTry & { readonly nth: number; readonly by: string },
): void {
  const remarkEnc = remark === '' ? null : seal(tx.keys, placeOf(id, nth), remark)
  tx.query
    .insert(callBackTry)
    .values({ ...told, case: id, nth, by, at: tx.at, remarkEnc })
    .run()
}

export function saveSettled(tx: Tx, id: CaseId): void {
  tx.query.update(callBack).set({ settledAt: tx.at }).where(eq(callBack.case, id)).run()
}

function placeOf(id: CaseId, nth: number): string {
  return `call_back_try:${id}:${nth}`
}
