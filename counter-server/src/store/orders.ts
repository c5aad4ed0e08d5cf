import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Order } from '../domain/case/case-state.ts'
import { cases } from './schema/cases.ts'
import { supervisionOrder } from './schema/supervision.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

type Row = typeof supervisionOrder.$inferSelect

/** One order with what its lists say of the case; nothing of the person (P33). */
export type OrderFacts = Row & {
  readonly caseNumber: string
  readonly itemName: string
  readonly unitName: string
}

/** Writes the orders of a case as its events say they stand (C301). */
export function saveOrders(tx: Tx, id: CaseId, orders: readonly Order[]): void {
  for (const order of orders) {
    const row = orderRowOf(id, order)
    tx.query
      .insert(supervisionOrder)
      .values(row)
      .onConflictDoUpdate({ target: supervisionOrder.id, set: row })
      .run()
  }
}

/** The row of one order: nothing but what its events say. */
export function orderRowOf(id: CaseId, { eventId, reply, closed, ...order }: Order): Row {
  return {
    ...order,
    id: eventId,
    case: id,
    repliedAt: reply?.at ?? null,
    replyEvent: reply?.eventId ?? null,
    closedAt: closed?.at ?? null,
    closeEvent: closed?.eventId ?? null,
  }
}

/** The orders of one case, in the order of issue. */
export function findOrdersOf(tx: Tx, id: CaseId): OrderFacts[] {
  return selectOrders(tx)
    .where(eq(supervisionOrder.case, id))
    .orderBy(asc(supervisionOrder.issuedAt))
    .limit(200)
    .all()
}

export interface OpenOrdersWanted {
  readonly unit?: UnitCode | undefined
  readonly after?: { readonly replyDueAt: string; readonly id: string } | undefined
  readonly limit: number
}

/** Open orders, the earliest reply due first (C705). */
export function findOpenOrders(tx: Tx, { unit: of, after, limit }: OpenOrdersWanted): OrderFacts[] {
  const where = [
    isNull(supervisionOrder.closedAt),
    of && eq(supervisionOrder.unit, of),
    after &&
      sql`(${supervisionOrder.replyDueAt}, ${supervisionOrder.id}) > (${after.replyDueAt}, ${after.id})`,
  ].filter((each): each is SQL => each !== undefined && typeof each !== 'string')
  return selectOrders(tx)
    .where(and(...where))
    .orderBy(asc(supervisionOrder.replyDueAt), asc(supervisionOrder.id))
    .limit(limit)
    .all()
}

/** Open orders: unanswered, late among them, answered and to be closed. */
export interface OrderCounts {
  readonly waiting: number
  readonly late: number
  readonly replied: number
}

export function countOpenOrders(tx: Tx): OrderCounts {
  const isWaiting = sql`${supervisionOrder.repliedAt} IS NULL`
  const counted = tx.query
    .select({
      waiting: sql<number | null>`sum(${isWaiting})`,
      late: sql<number | null>`sum(${isWaiting} AND ${supervisionOrder.replyDueAt} < ${tx.at})`,
      open: sql<number>`count(*)`,
    })
    .from(supervisionOrder)
    .where(isNull(supervisionOrder.closedAt))
    .get()
  const waiting = counted?.waiting ?? 0
  return { waiting, late: counted?.late ?? 0, replied: (counted?.open ?? 0) - waiting }
}

function selectOrders(tx: Tx) {
  return tx.query
    .select({ ...COLUMNS, caseNumber: cases.number, itemName: cases.itemName, unitName: unit.name })
    .from(supervisionOrder)
    .innerJoin(cases, eq(cases.id, supervisionOrder.case))
    .innerJoin(unit, eq(unit.code, supervisionOrder.unit))
}

const COLUMNS = {
  id: supervisionOrder.id,
  case: supervisionOrder.case,
  number: supervisionOrder.number,
  level: supervisionOrder.level,
  unit: supervisionOrder.unit,
  rule: supervisionOrder.rule,
  issuer: supervisionOrder.issuer,
  issuedAt: supervisionOrder.issuedAt,
  replyDueOn: supervisionOrder.replyDueOn,
  replyDueAt: supervisionOrder.replyDueAt,
  repliedAt: supervisionOrder.repliedAt,
  replyEvent: supervisionOrder.replyEvent,
  closedAt: supervisionOrder.closedAt,
  closeEvent: supervisionOrder.closeEvent,
}
