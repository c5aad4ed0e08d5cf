import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { Order } from './case-state.ts'
import type { CaseEvent } from './event.ts'

/** What orders are given on: a case, or a letter (C705, C1302). */
interface Supervised {
  readonly unit: UnitCode | null
  readonly orders: readonly Order[]
  readonly flags: readonly string[]
}

/** The state with one more order; the unit that has the case answers it (C705). */
export function withOrder<State extends Supervised>(
  state: State,
  event: Pick<CaseEvent<'order.issued'>, 'id' | 'occurredAt' | 'payload'>,
): State {
  const { unit } = state
  if (unit === null) return state
  const { id, occurredAt, payload } = event
  const order: Order = { ...payload, eventId: id, unit, issuedAt: occurredAt, reply: null, closed: null }
  return withOrders(state, [...state.orders, order])
}

/** The state with a word on one of its orders. */
export function withOrderChanged<State extends Supervised>(
  state: State,
  order: string,
  change: Partial<Pick<Order, 'reply' | 'closed'>>,
): State {
  return withOrders(
    state,
    state.orders.map((each) => (each.eventId === order ? { ...each, ...change } : each)),
  )
}

/** An order that nobody has answered goes with the case: only the unit that has it can answer (C801). */
export function movedOrders(orders: readonly Order[], unit: UnitCode): readonly Order[] {
  return orders.map((order) => (order.reply === null && order.closed === null ? { ...order, unit } : order))
}

// The flag stands beside the status for as long as an order is open, also after the end of the case (C304, C705).
function withOrders<State extends Supervised>(state: State, orders: readonly Order[]): State {
  const others = state.flags.filter((flag) => flag !== 'supervised')
  const isSupervised = orders.some(({ closed }) => closed === null)
  return { ...state, orders, flags: isSupervised ? [...others, 'supervised'] : others }
}
