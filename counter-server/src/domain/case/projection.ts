import type { ApprovalKind, CaseEventType, CaseStatus } from '@counter/shared/vocabulary/case'
import type { Instant } from '@counter/shared/vocabulary/time'
import {
  attempted,
  deliveredBy,
  endedFor,
  followedUp,
  givenBack,
  handed,
  registeredAt,
  relayed,
  revoked,
  withRelay,
} from './agency-changes.ts'
import { type CaseState, NEW_CASE } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { overdueFlagged, withAlikeLeft, withFlag, withoutFlag } from './flag-changes.ts'
import { imported } from './import-changes.ts'
import { itemChanged } from './item-changes.ts'
import { handedIn, mergedMaterials, missing, noted, noticeGiven, withPromise } from './material-changes.ts'
import { movedOrders, withOrder, withOrderChanged } from './order-state.ts'
import { inOrder, voidedEvents } from './standing-events.ts'
import { transferred, withHandOverSettled, withLeg, withSubtaskEnded } from './transfer-changes.ts'

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
  'case.imported',
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
  'case.registered': (state, event) => ({
    ...state,
    village: event.payload.village,
    materials: event.payload.materials,
    registeredAt: event.occurredAt,
    claim: event.payload.claim ?? null,
    agency: registeredAt(state, event),
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
  'case.imported': imported,
  'case.converted': (state) => withFlag(state, 'converted'),
  'item.changed': itemChanged,
  'case.not_applicable': (state, { occurredAt }) => ended(state, 'not_applicable', occurredAt),
  'case.refused': (state, { occurredAt }) => ended(state, 'refused', occurredAt),
  'supplement.requested': (state, event) => ({
    ...state,
    status: 'supplement',
    // Until the resident has it, the unit is still on its way to tell him (V25).
    noticeEndedAt: event.payload.viaVillage === true ? null : event.occurredAt,
    agency: withRelay(state, event),
    pending: null,
    // What is listed is asked for again, also when something else was brought for it (C404).
    materials: mergedMaterials(state.materials, event.payload.lines.map(missing)),
    supplements: [
      ...state.supplements,
      {
        eventId: event.id,
        requestedAt: event.occurredAt,
        toldAt: event.payload.viaVillage === true ? null : event.occurredAt,
        lines: event.payload.lines,
        handedIn: [],
        completedAt: null,
      },
    ],
  }),
  'supplement.handed_in': handedIn,
  'papers.asked': (state, { payload }) => ({
    ...state,
    materials: mergedMaterials(state.materials, payload.lines.map(missing)),
    asked: payload.lines,
  }),
  'pledge.made': (state, { id, occurredAt, payload: { version, unit, dueOn } }) => ({
    ...state,
    subtasks: [
      ...state.subtasks,
      { unit, dueOn, eventId: id, openedAt: occurredAt, ended: null, isJoint: false, pledge: version },
    ],
  }),
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
  'case.deemed_accepted': (state, { id, occurredAt, payload }) => ({
    ...withFlag(state, 'deemed'),
    status: 'accepted',
    acceptedAt: payload.from ?? state.completeAt,
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
  'case.assigned': (state, { payload }) => ({ ...state, person: payload.person }),
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
  'subtask.opened': (state, { id, occurredAt, payload: { unit, dueOn, isJoint = false } }) => ({
    ...state,
    subtasks: [
      ...state.subtasks,
      { unit, dueOn, isJoint, eventId: id, openedAt: occurredAt, ended: null, pledge: null },
    ],
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
  'case.delivered': (state, event) => ({
    ...ended(state, 'closed', event.occurredAt),
    deliveredAt: event.occurredAt,
    agency: deliveredBy(state, event),
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
  'papers.handed': (state, event) => ({ ...state, agency: handed(state, event) }),
  'notice.relayed': (state, event) => ({ ...noticeGiven(state, event), agency: relayed(state, event) }),
  'contact.attempted': (state, event) => ({ ...state, agency: attempted(state, event) }),
  'contact.given_up': (state, event) => ({ ...state, agency: givenBack(state, event) }),
  'followup.recorded': (state, event) => ({ ...state, agency: followedUp(state, event) }),
  'authority.revoked': (state, event) => ({ ...state, agency: revoked(state, event) }),
  // What lies where is the log book's to say (V17).
  'originals.returned': (state) => state,
  'capture.dated': (state, { payload }) => ({
    ...withoutFlag(state, 'time_unsure'),
    registeredAt: payload.at,
  }),
  'relation.found': (state) => withFlag(state, 'relative'),
  'relation.declared': (state, { payload }) => ({
    ...state,
    unrelated: [...state.unrelated, payload.person],
  }),
  'recusal.noted': ({ recused, ...state }, { payload: { unit, person } }) => ({
    ...state,
    recused: {
      units: unit === null ? recused.units : [...recused.units, unit],
      people: person === null ? recused.people : [...recused.people, person],
    },
  }),
  // What is right of a person stands with the person (V73).
  'case.edited': (state) => state,
  'withdrawal.asked': (state, { occurredAt }) => ({
    ...state,
    withdrawalAskedAt: state.withdrawalAskedAt ?? occurredAt,
  }),
  'withdrawal.declined': (state) => ({ ...state, withdrawalAskedAt: null }),
  'duplicate.judged': (state, { payload: { other, verdict, left } }) =>
    withAlikeLeft({ ...state, judged: [...state.judged, { other, verdict }] }, left),
  'case.merged': (state, { occurredAt, payload }) => ({
    ...withFlag(withoutFlag(ended(state, 'voided', occurredAt), 'possible_duplicate'), 'merged'),
    mergedInto: payload.into,
  }),
  'case.absorbed': (state, { payload: { from, left } }) =>
    withAlikeLeft({ ...state, absorbed: [...state.absorbed, from] }, left),
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

function withoutPending(state: CaseState, kind: ApprovalKind): CaseState {
  return state.pending?.kind === kind ? { ...state, pending: null } : state
}

function ended(state: CaseState, status: CaseStatus, endedAt: Instant): CaseState {
  const noticeEndedAt = state.noticeEndedAt ?? endedAt
  const agency = endedFor(state.agency, endedAt)
  const settled = { pending: null, withdrawalAskedAt: null }
  return { ...withPausesClosed(state, endedAt), ...settled, status, endedAt, noticeEndedAt, agency }
}

function withPausesClosed(state: CaseState, resumedAt: Instant): CaseState {
  const pauses = state.pauses.map((pause) => (pause.resumedAt === null ? { ...pause, resumedAt } : pause))
  return { ...state, pauses }
}
