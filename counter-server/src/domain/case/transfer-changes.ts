import type { CaseEventType } from '@counter/shared/vocabulary/case'
import type { CaseState, Leg } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { MOVES } from './lifecycle.ts'
import { movedOrders } from './order-state.ts'

/** The sender answers until the receiver has taken the case over; a further transfer meanwhile leaves it with the same sender (C802). */
export function transferred(
  state: CaseState,
  { id, occurredAt, payload }: CaseEvent<'case.transferred'>,
): CaseState {
  const sender = state.handOver?.from ?? state.unit
  const moved = {
    ...state,
    unit: payload.unit,
    person: null,
    orders: movedOrders(state.orders, payload.unit),
  }
  if (payload.needsTakeOver !== true)
    return withLeg(
      { ...moved, handOver: null },
      { eventId: id, unit: payload.unit, from: occurredAt, to: null },
    )
  const isBack = sender === null || sender === payload.unit
  return {
    ...moved,
    handOver: isBack ? null : { eventId: id, from: sender, to: payload.unit, at: occurredAt },
  }
}

/** The receiver answers from now on, and the one who took it over has it in hand (C802). */
export function takenOver(
  state: CaseState,
  { id, occurredAt, payload }: CaseEvent<'transfer.taken_over'>,
): CaseState {
  const leg = { eventId: id, unit: state.unit, from: occurredAt, to: null }
  return { ...withLeg(state, leg), person: payload.person, handOver: null }
}

/** Back at the unit that answered all along; that it was sent back between these two is kept (C802). */
export function sentBack(state: CaseState, { payload }: CaseEvent<'transfer.sent_back'>): CaseState {
  const { handOver } = state
  const pair = handOver === null ? [] : [{ from: handOver.to, to: payload.unit }]
  return {
    ...state,
    unit: payload.unit,
    person: null,
    handOver: null,
    sentBack: [...state.sentBack, ...pair],
    orders: movedOrders(state.orders, payload.unit),
  }
}

/** What only the unit that has the case can do; a joint part comes of the item by itself (C207). */
export function isOfHolder({ type, payload }: CaseEvent): boolean {
  return OF_HOLDER.has(type) && !('isJoint' in payload)
}

const OF_HOLDER: ReadonlySet<CaseEventType> = new Set([
  'case.taken',
  'case.paused',
  'case.resumed',
  'check.recorded',
  'case.reported_up',
  'subtask.opened',
])

/**
 * Nobody can take over what has gone on to where there is no take-over, and nobody needs to where the receiver has acted:
 * from then on it answers (C802).
 */
export function withHandOverSettled(state: CaseState, event: CaseEvent): CaseState {
  const { id, occurredAt } = event
  const { handOver, unit, status } = state
  if (handOver === null || ('take_over' in MOVES[status] && !isOfHolder(event))) return state
  const settled = { ...state, handOver: null }
  // The county's own leg has begun with the same event.
  if (settled.legs.at(-1)?.eventId === id) return settled
  return withLeg(settled, { eventId: id, unit, from: occurredAt, to: null })
}

/** The state with one more leg; the one before it ends where this begins (C801). */
export function withLeg(state: CaseState, leg: Leg): CaseState {
  const legs = state.legs.map((each) => (each.to === null ? { ...each, to: leg.from } : each))
  return { ...state, legs: [...legs, leg] }
}
