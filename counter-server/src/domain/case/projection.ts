import type {
  ApprovalKind,
  CaseEventType,
  CaseFlag,
  CaseStatus,
  SubtaskEnd,
} from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type CaseState, type Leg, NEW_CASE } from './case-state.ts'
import type { CaseEvent, CaseEventPayloads, MaterialMark, SupplementLine } from './event.ts'
import { MOVES } from './lifecycle.ts'
import { movedOrders, withOrder, withOrderChanged } from './order-state.ts'

/**
 * Replays events in the order of `seq`, whatever order they are given in (C301, C522). What a correction took back is
 * skipped with the correction (C302).
 */
export function projectCase(events: readonly CaseEvent[]): CaseState {
  const voided = voidedEvents(events)
  return inOrder(events).reduce(
    (state, event) => (voided.has(event.id) ? skipped(state, event) : applyEvent(state, event)),
    NEW_CASE,
  )
}

/** The state after one more event: only a correction has to look back over those before it (C302). */
export function nextState(before: readonly CaseEvent[], state: CaseState, event: CaseEvent): CaseState {
  return event.type === 'event.voided' ? projectCase([...before, event]) : applyEvent(state, event)
}

/** The ids of the events that were taken back later (C302). */
export function voidedEvents(events: readonly CaseEvent[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const voided = new Set<string>()
  for (const event of inOrder(events)) {
    if (event.type === 'event.voided' && seen.has(event.payload.eventId)) voided.add(event.payload.eventId)
    seen.add(event.id)
  }
  return voided
}

/** The events that still count: neither taken back nor a correction (C302). */
export function standingEvents<Each extends CaseEvent>(events: readonly Each[]): readonly Each[] {
  const voided = voidedEvents(events)
  return events.filter(({ id, type }) => !voided.has(id) && type !== 'event.voided')
}

function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.toSorted((a, b) => a.seq - b.seq)
}

/** The state after one more event. A full replay is nothing but this, so the two cannot part (C301). */
export function applyEvent(state: CaseState, event: CaseEvent): CaseState {
  const next = withHandOverSettled(changeOf(state, event), event)
  const lastClockEventAt = CLOCK_EVENTS.has(event.type) ? event.occurredAt : next.lastClockEventAt
  return { ...next, told: toldWith(state, event), lastClockEventAt, rev: state.rev + 1 }
}

// A paper that was handed out cannot be untold, so its date stays (C520).
function skipped(state: CaseState, event: CaseEvent): CaseState {
  return { ...state, told: toldWith(state, event), rev: state.rev + 1 }
}

function toldWith({ told }: CaseState, { id, payload }: CaseEvent): CaseState['told'] {
  const dueOn = 'toldDueOn' in payload ? payload.toldDueOn : undefined
  return dueOn === undefined ? told : [...told, { eventId: id, dueOn }]
}

const CLOCK_EVENTS: ReadonlySet<CaseEventType> = new Set([
  'case.received',
  'supplement.requested',
  'supplement.handed_in',
  'case.accepted',
  'case.deemed_accepted',
  'case.paused',
  'case.resumed',
  'case.extended',
  'case.forwarded',
  'case.result_recorded',
  'case.decided',
  'case.delivered',
])

type Change<Type extends CaseEventType> = (state: CaseState, event: CaseEvent<Type>) => CaseState

const CHANGES: { readonly [Type in CaseEventType]: Change<Type> } = {
  'case.registered': (state, { occurredAt, payload }) => ({
    ...state,
    village: payload.village,
    materials: payload.materials,
    registeredAt: occurredAt,
  }),
  'case.received': (state, { id, occurredAt, payload }) => ({
    ...state,
    ...payload,
    status: 'received',
    receivedAt: occurredAt,
    completeAt: occurredAt,
    legs: [{ eventId: id, unit: payload.unit, from: occurredAt, to: null }],
    startedBy: { ...state.startedBy, receipt: id, complete: id },
  }),
  'case.converted': (state) => withFlag(state, 'converted'),
  'case.not_applicable': (state, { occurredAt }) => ended(state, 'not_applicable', occurredAt),
  'case.refused': (state, { occurredAt }) => ended(state, 'refused', occurredAt),
  'supplement.requested': (state, { id, occurredAt, payload }) => ({
    ...state,
    status: 'supplement',
    noticeEndedAt: occurredAt,
    pending: null,
    // What is listed is asked for again, also when something else was brought for it (C404).
    materials: mergedMaterials(state.materials, payload.lines.map(missing)),
    supplements: [
      ...state.supplements,
      { eventId: id, requestedAt: occurredAt, lines: payload.lines, handedIn: [], completedAt: null },
    ],
  }),
  'supplement.handed_in': handedIn,
  'case.accepted': (state, { id, occurredAt, payload }) => {
    const materials = mergedMaterials(state.materials, payload.materials)
    const accepted: CaseState = {
      ...state,
      status: 'accepted',
      materials,
      acceptedAt: occurredAt,
      noticeEndedAt: occurredAt,
      startedBy: { ...state.startedBy, acceptance: id },
    }
    return withPromise(accepted, id, occurredAt)
  },
  'case.deemed_accepted': (state, { id, occurredAt }) => ({
    ...withFlag(state, 'deemed'),
    status: 'accepted',
    acceptedAt: state.completeAt,
    noticeEndedAt: occurredAt,
    startedBy: { ...state.startedBy, acceptance: id },
  }),
  'case.taken': (state, { payload }) => ({ ...state, status: 'reviewing', person: payload.person }),
  'case.paused': (state, { id, occurredAt, payload }) => ({
    ...state,
    status: 'paused',
    statusBeforePause: state.status,
    pauses: [
      ...state.pauses,
      { eventId: id, reason: payload.reason, pausedAt: occurredAt, resumedAt: null, told: payload.told },
    ],
  }),
  'case.resumed': (state, { occurredAt }) => ({
    ...withPausesClosed(state, occurredAt),
    status: state.statusBeforePause ?? 'reviewing',
    statusBeforePause: null,
  }),
  'case.extended': (state, { payload }) => ({
    ...withFlag(state, 'extended'),
    pending: null,
    extendedDays: state.extendedDays + payload.days,
  }),
  'case.transferred': transferred,
  'transfer.taken_over': (state, { id, occurredAt, payload }) => ({
    ...withLeg(state, { eventId: id, unit: state.unit, from: occurredAt, to: null }),
    person: payload.person,
    handOver: null,
  }),
  'transfer.sent_back': (state, { payload }) => {
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
  },
  'subtask.opened': (state, { id, occurredAt, payload }) => ({
    ...state,
    subtasks: [...state.subtasks, { ...payload, eventId: id, openedAt: occurredAt, ended: null }],
  }),
  'subtask.answered': (state, event) => withSubtaskEnded(state, event, 'answered'),
  'subtask.waived': (state, event) => withSubtaskEnded(state, event, 'waived'),
  'check.recorded': (state) => ({ ...state, checks: state.checks + 1 }),
  'case.reported_up': (state, { id, occurredAt }) =>
    withFlag(withLeg(state, { eventId: id, unit: null, from: occurredAt, to: null }), 'with_county'),
  'case.forwarded': (state, { id, occurredAt }) => ({
    ...withFlag(withLeg(state, { eventId: id, unit: null, from: occurredAt, to: null }), 'with_county'),
    status: 'forwarded',
    forwardedAt: occurredAt,
  }),
  'case.result_recorded': (state, { id, occurredAt, payload }) => ({
    ...state,
    status: 'decided',
    decidedAt: occurredAt,
    decision: payload.decision,
    startedBy: { ...state.startedBy, decision: id },
  }),
  'case.decided': (state, { id, occurredAt, payload }) => ({
    ...state,
    status: 'decided',
    pending: null,
    decidedAt: occurredAt,
    decision: payload.decision,
    startedBy: { ...state.startedBy, decision: id },
  }),
  'case.delivered': (state, { occurredAt }) => ({
    ...ended(state, 'closed', occurredAt),
    deliveredAt: occurredAt,
  }),
  'case.withdrawn': (state, { occurredAt }) => ended(state, 'withdrawn', occurredAt),
  'case.returned': (state, { occurredAt }) => ended(state, 'returned', occurredAt),
  'case.voided': (state, { occurredAt }) => ended(state, 'voided', occurredAt),
  'case.urged': (state, { occurredAt, payload }) =>
    payload.by === 'resident' ? { ...state, residentUrgedAt: occurredAt } : state,
  'case.noted': noted,
  'approval.requested': (state, { id, payload }) => ({
    ...state,
    pending: { ...payload.proposal, eventId: id, requestedBy: payload.requestedBy },
  }),
  'approval.declined': (state, { payload }) => withoutPending(state, payload.kind),
  'mark.fired': (state, { payload }) => overdueFlagged(state, payload),
  // What it took back is skipped by the replay; by itself it changes nothing.
  'event.voided': (state) => state,
  // The rules lie outside the case: its clocks are read with them, its own facts stay (C604).
  'calendar.applied': (state) => state,
  'setting.applied': (state) => state,
  // What it told is read from every event alike.
  'due.told': (state) => state,
  'result.shelved': (state, { payload }) => ({ ...state, shelf: payload.place }),
  'result.told': (state, { id, occurredAt, payload }) => ({
    ...state,
    calls: [...state.calls, { ...payload, eventId: id, at: occurredAt }],
  }),
  'order.issued': (state, event) => withOrder(state, event),
  'order.replied': (state, { id, occurredAt, payload }) =>
    withOrderChanged(state, payload.order, { reply: { eventId: id, at: occurredAt } }),
  'order.closed': (state, { id, occurredAt, payload }) =>
    withOrderChanged(state, payload.order, { closed: { eventId: id, at: occurredAt } }),
}

function changeOf<Type extends CaseEventType>(state: CaseState, event: CaseEvent<Type>): CaseState {
  const change: Change<Type> = CHANGES[event.type]
  return change(state, event)
}

// The sender answers until the receiver has taken the case over; a further transfer meanwhile leaves it with the same sender (C802).
function transferred(
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

/** What only the unit that has the case can do. */
export const OF_HOLDER: ReadonlySet<CaseEventType> = new Set([
  'case.taken',
  'case.paused',
  'case.resumed',
  'check.recorded',
  'case.reported_up',
  'subtask.opened',
])

// Nobody can take over what has gone on to where there is no take-over, and nobody needs to where the receiver has acted:
// from then on it answers (C802).
function withHandOverSettled(state: CaseState, { id, type, occurredAt }: CaseEvent): CaseState {
  const { handOver, unit, status } = state
  if (handOver === null || ('take_over' in MOVES[status] && !OF_HOLDER.has(type))) return state
  const settled = { ...state, handOver: null }
  // The county's own leg has begun with the same event.
  if (settled.legs.at(-1)?.eventId === id) return settled
  return withLeg(settled, { eventId: id, unit, from: occurredAt, to: null })
}

function withSubtaskEnded(
  state: CaseState,
  { id, occurredAt, payload }: CaseEvent<'subtask.answered' | 'subtask.waived'>,
  how: SubtaskEnd,
): CaseState {
  const ended = { eventId: id, at: occurredAt, how }
  const subtasks = state.subtasks.map((each) =>
    each.eventId === payload.subtask ? { ...each, ended } : each,
  )
  return { ...state, subtasks }
}

function withLeg(state: CaseState, leg: Leg): CaseState {
  const legs = state.legs.map((each) => (each.to === null ? { ...each, to: leg.from } : each))
  return { ...state, legs: [...legs, leg] }
}

function missing({ name }: SupplementLine): MaterialMark {
  return { name, state: 'missing', promisedOn: null }
}

function handedIn(state: CaseState, event: CaseEvent<'supplement.handed_in'>): CaseState {
  const { id, occurredAt, payload } = event
  const list = state.supplements.at(-1)
  if (list === undefined) return state
  const names = [...new Set([...list.handedIn, ...payload.names])]
  const isComplete = list.lines.every(({ name }) => names.includes(name))
  const received: readonly MaterialMark[] = payload.names.map((name) => ({
    name,
    state: 'received',
    promisedOn: null,
  }))
  const next = {
    ...state,
    materials: mergedMaterials(state.materials, received),
    supplements: [
      ...state.supplements.slice(0, -1),
      { ...list, handedIn: names, completedAt: isComplete ? occurredAt : null },
    ],
  }
  if (!isComplete) return next
  return {
    ...next,
    status: 'received',
    completeAt: occurredAt,
    noticeEndedAt: null,
    startedBy: { ...state.startedBy, complete: id },
  }
}

function noted(state: CaseState, { id, occurredAt, payload }: CaseEvent<'case.noted'>): CaseState {
  const flags = state.flags.filter((flag) => !payload.clearedFlags.includes(flag))
  const materials = mergedMaterials(state.materials, payload.materials)
  const next = withPromise({ ...state, flags, materials }, id, occurredAt)
  return state.endedAt === null ? next : withFlag(next, 'late_addition')
}

// What was promised and has come in no longer holds the case back; the nearest day that is still open counts (C205).
function withPromise(state: CaseState, eventId: string, at: Instant): CaseState {
  const open = state.materials.filter((material) => material.state === 'deferred')
  if (open.length === 0) {
    const { promise } = state
    const kept = promise === null || promise.keptAt !== null ? promise : { ...promise, keptAt: at }
    return { ...state, promise: kept, flags: state.flags.filter((flag) => flag !== 'deferred') }
  }
  const until = open.flatMap(({ promisedOn }) => promisedOn ?? []).toSorted()[0]
  const made = state.promise ?? { eventId, madeAt: at }
  return withFlag(
    { ...state, promise: until === undefined ? null : { ...made, until, keptAt: null } },
    'deferred',
  )
}

function overdueFlagged(state: CaseState, { kind, threshold }: CaseEventPayloads['mark.fired']): CaseState {
  if (threshold !== 'red') return state
  if (kind === 'committed') return withFlag(state, 'overdue')
  return kind === 'statutory' ? withFlag(state, 'overdue_statutory') : state
}

function withoutPending(state: CaseState, kind: ApprovalKind): CaseState {
  return state.pending?.kind === kind ? { ...state, pending: null } : state
}

function ended(state: CaseState, status: CaseStatus, endedAt: Instant): CaseState {
  const noticeEndedAt = state.noticeEndedAt ?? endedAt
  return { ...withPausesClosed(state, endedAt), status, pending: null, endedAt, noticeEndedAt }
}

function withPausesClosed(state: CaseState, resumedAt: Instant): CaseState {
  const pauses = state.pauses.map((pause) => (pause.resumedAt === null ? { ...pause, resumedAt } : pause))
  return { ...state, pauses }
}

function withFlag(state: CaseState, flag: CaseFlag): CaseState {
  return state.flags.includes(flag) ? state : { ...state, flags: [...state.flags, flag] }
}

function mergedMaterials(
  known: readonly MaterialMark[],
  news: readonly MaterialMark[],
): readonly MaterialMark[] {
  const byName = new Map([...known, ...news].map((mark) => [mark.name, mark]))
  return [...byName.values()]
}
