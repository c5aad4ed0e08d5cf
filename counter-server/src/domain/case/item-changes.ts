import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { withFlag } from './flag-changes.ts'
import { withPromise } from './material-changes.ts'
import { movedOrders } from './order-state.ts'
import { withLeg } from './transfer-changes.ts'

/** What was granted, asked or said of the item before; a promise that was missed stays missed (C304). */
const OF_ITEM = ['converted', 'extended', 'deferred', 'possible_duplicate'] as const

/**
 * The case with the right item, as if it had been chosen at the receipt: what that item does not know falls away, and the
 * instants of receipt and acceptance stay (C101). An immediate item is to be finished or converted, so it stands as received.
 */
export function itemChanged(state: CaseState, event: CaseEvent<'item.changed'>): CaseState {
  const { id, occurredAt, payload } = event
  const { itemCode, itemVersion, caseType, unit, materials, isRepeated } = payload
  const isOther: (flag: string) => boolean = (flag) => !OF_ITEM.some((each) => each === flag)
  const bare: CaseState = {
    ...state,
    itemCode,
    itemVersion,
    caseType,
    materials,
    flags: state.flags.filter(isOther),
    ledgerPromise: null,
    promise: null,
    extendedDays: 0,
    pending: null,
    checks: 0,
    asked: [],
    subtasks: withJointWaived(state, id, occurredAt),
  }
  const marked = withPromise(isRepeated ? withFlag(bare, 'possible_duplicate') : bare, id, occurredAt)
  return withUnit(
    caseType === 'immediate' ? asReceived(marked, event) : asDeadline(marked, event),
    unit,
    event,
  )
}

// What was asked of the joint units of the wrong item; a handler's own question stays his (C207).
function withJointWaived({ subtasks }: CaseState, eventId: string, at: Instant): CaseState['subtasks'] {
  const ended = { eventId, at, how: 'waived' } as const
  return subtasks.map((each) => (each.isJoint && each.ended === null ? { ...each, ended } : each))
}

function asReceived(state: CaseState, event: CaseEvent<'item.changed'>): CaseState {
  return {
    ...withListClosed(state, event),
    status: 'received',
    flags: state.flags.filter((flag) => flag !== 'deemed'),
    acceptedAt: null,
    noticeEndedAt: null,
    person: null,
    startedBy: { ...state.startedBy, acceptance: null },
  }
}

// Who waits for papers of the wrong item is told the right ones, or had them all from the beginning (C404).
function asDeadline(state: CaseState, event: CaseEvent<'item.changed'>): CaseState {
  if (state.status !== 'supplement') return state
  const { lines } = event.payload
  const list = state.supplements.at(-1)
  if (lines.length === 0 || list === undefined)
    return { ...withListClosed(state, event), status: 'received', noticeEndedAt: null }
  const toldAt = list.toldAt === null ? null : event.occurredAt
  const instead = { ...list, eventId: event.id, requestedAt: event.occurredAt, toldAt, lines, handedIn: [] }
  return { ...state, supplements: [...state.supplements.slice(0, -1), instead] }
}

function withListClosed(state: CaseState, { occurredAt }: CaseEvent): CaseState {
  const supplements = state.supplements.map((list) => ({
    ...list,
    completedAt: list.completedAt ?? occurredAt,
  }))
  return { ...state, supplements }
}

// The unit of the right item answers from now on; nobody needs to take over what was only filed wrongly.
function withUnit(state: CaseState, unit: CaseState['unit'], { id, occurredAt }: CaseEvent): CaseState {
  if (state.unit === unit && state.handOver === null) return state
  const status: CaseStatus = state.status === 'reviewing' ? 'accepted' : state.status
  const orders = unit === null ? state.orders : movedOrders(state.orders, unit)
  return withLeg(
    { ...state, unit, person: null, handOver: null, status, orders },
    { eventId: id, unit, from: occurredAt, to: null },
  )
}
