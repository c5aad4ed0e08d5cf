import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { LetterChannel, LetterTopic } from '@counter/shared/vocabulary/letter'
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Order } from '../domain/case/case-state.ts'
import { cases } from './schema/cases.ts'
import { letter } from './schema/letters.ts'
import { supervisionOrder } from './schema/supervision.ts'
import { unit } from './schema/township.ts'
import type { Tx } from './tx.ts'

type Row = typeof supervisionOrder.$inferSelect

/** What orders are given on: a case or a letter (C705, C1302). */
export type OrderSubject = { readonly case: CaseId } | { readonly letter: string }

/** One order with what its lists say of the case or letter; nothing of the person (P33). */
export type OrderFacts = Row & {
  readonly unitName: string
  readonly ofCase: { readonly id: CaseId; readonly number: string; readonly itemName: string } | null
  readonly ofLetter: {
    readonly id: string
    readonly number: string
    readonly channel: LetterChannel
    readonly topic: LetterTopic
  } | null
}

/** Writes the orders of a case or letter as its events say they stand (C301). */
export function saveOrders(tx: Tx, of: OrderSubject, orders: readonly Order[]): void {
  for (const order of orders) {
    const row = orderRowOf(of, order)
    tx.query
      .insert(supervisionOrder)
      .values(row)
      .onConflictDoUpdate({ target: supervisionOrder.id, set: row })
      .run()
  }
}

/** The row of one order: nothing but what its events say. */
export function orderRowOf(of: OrderSubject, { eventId, reply, closed, ...order }: Order): Row {
  return {
    ...order,
    id: eventId,
    case: 'case' in of ? of.case : null,
    letter: 'letter' in of ? of.letter : null,
    repliedAt: reply?.at ?? null,
    replyEvent: reply?.eventId ?? null,
    closedAt: closed?.at ?? null,
    closeEvent: closed?.eventId ?? null,
  }
}

/** The orders of one case or letter, in the order of issue. */
export function findOrdersOf(tx: Tx, of: OrderSubject): OrderFacts[] {
  return selectOrders(tx)
    .where('case' in of ? eq(supervisionOrder.case, of.case) : eq(supervisionOrder.letter, of.letter))
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
    .select({
      ...COLUMNS,
      unitName: unit.name,
      ofCase: { id: cases.id, number: cases.number, itemName: cases.itemName },
      ofLetter: { id: letter.id, number: letter.number, channel: letter.channel, topic: letter.topic },
    })
    .from(supervisionOrder)
    .leftJoin(cases, eq(cases.id, supervisionOrder.case))
    .leftJoin(letter, eq(letter.id, supervisionOrder.letter))
    .innerJoin(unit, eq(unit.code, supervisionOrder.unit))
}

const COLUMNS = {
  id: supervisionOrder.id,
  case: supervisionOrder.case,
  letter: supervisionOrder.letter,
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
