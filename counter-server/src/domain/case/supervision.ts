import type { Light } from '@counter/shared/vocabulary/case'
import { lightAt } from '@counter/shared/vocabulary/clock'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { OrderIssuer, OrderLevel, OrderRule } from '@counter/shared/vocabulary/supervision'
import type { Instant, PlainTime } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { Order } from './case-state.ts'
import { type ClockContext, dueAfter } from './due.ts'
import type { CaseFact } from './event.ts'
import type { CaseActor } from './lifecycle.ts'

/** What an order says besides its number and dates. */
export interface OrderAsked {
  readonly number: string
  readonly level: OrderLevel
  readonly rule: OrderRule
  readonly issuer: OrderIssuer
}

/** 督办: one open order per case and level (C436, C705). Refusals: C406, `order.already_open`. */
export function issueOrder(context: ActContext, asked: OrderAsked): CaseFact<'order.issued'> {
  checkAct(context, 'supervise')
  return newOrder(context, asked)
}

/** What orders are answered and closed on: a case, or a letter (C705, C1302). */
export interface Ordered {
  readonly state: { readonly orders: readonly Order[] }
  readonly actor: CaseActor
}

/** One open order per level, its reply due in the working days of the setting (C705). Refusal: `order.already_open`. */
export function newOrder(
  context: ClockContext & Pick<Ordered, 'state'> & { readonly at: Instant },
  asked: OrderAsked,
): CaseFact<'order.issued'> {
  if (hasOpenOrder(context, asked.level)) throw new Refusal('order.already_open')
  const { on, at } = dueAfter(context, context.at, context.settings.replyWithin)
  return fact('order.issued', { ...asked, replyDueOn: on, replyDueAt: at })
}

/** True while an order of this level waits to be closed. */
export function hasOpenOrder({ state }: Pick<Ordered, 'state'>, level: OrderLevel): boolean {
  return state.orders.some((order) => order.level === level && order.closed === null)
}

/** The unit's answer, whatever has become of the case (C705). Refusals: `case.forbidden`, `order.*`, `reason.required`. */
export function replyToOrder(context: Ordered, order: string, words: string): CaseFact<'order.replied'> {
  if (context.actor !== 'handler') throw new Refusal('case.forbidden')
  if (openOrder(context, order).reply !== null) throw new Refusal('order.already_replied')
  if (isBlank(words)) throw new Refusal('reason.required')
  return fact('order.replied', { order })
}

/**
 * The issuer closes, once the unit has answered; what the ladder issued is closed by supervisor or leader (C705).
 * Refusals: `case.forbidden`, `order.not_yours`, `order.not_replied`, `reason.required`.
 */
export function closeOrder(context: Ordered, order: string, result: string): CaseFact<'order.closed'> {
  const { actor } = context
  if (actor !== 'supervisor' && actor !== 'leader') throw new Refusal('case.forbidden')
  const { issuer, reply } = openOrder(context, order)
  if (issuer !== 'system' && issuer !== actor) throw new Refusal('order.not_yours')
  if (reply === null) throw new Refusal('order.not_replied')
  if (isBlank(result)) throw new Refusal('reason.required')
  return fact('order.closed', { order })
}

function openOrder({ state }: Ordered, id: string): Order {
  const order = state.orders.find(({ eventId }) => eventId === id)
  if (order === undefined) throw new Refusal('order.not_found')
  if (order.closed !== null) throw new Refusal('order.closed')
  return order
}

/** The light of an order: its own, from the reply's due instant; yellow on the due day; `done` when it was answered (C705). */
export function orderLight(
  {
    replyDueOn,
    replyDueAt,
    repliedAt,
  }: Pick<Order, 'replyDueOn' | 'replyDueAt'> & { repliedAt: Instant | null },
  now: Instant,
): Light {
  const yellowAt = instantAt(replyDueOn, '00:00' as PlainTime)
  return lightAt({ state: repliedAt === null ? 'running' : 'stopped', dueAt: replyDueAt, yellowAt }, now)
}

/** What somebody may do with an order now; screens keep no copy of it (C401, C705). */
export function orderActs(
  order: { readonly issuer: OrderIssuer; readonly isReplied: boolean; readonly isClosed: boolean },
  actor: CaseActor,
): readonly ('reply' | 'close')[] {
  if (order.isClosed) return []
  if (!order.isReplied) return actor === 'handler' ? ['reply'] : []
  const isCloser = actor === 'supervisor' || actor === 'leader'
  return isCloser && (order.issuer === 'system' || order.issuer === actor) ? ['close'] : []
}
