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
  takenIn,
} from './agency-changes.ts'
import type { CaseState } from './case-state.ts'
import type { CaseEvent } from './event.ts'
import { overdueFlagged, withAlikeLeft, withFlag, withoutFlag } from './flag-changes.ts'
import { imported } from './import-changes.ts'
import { itemChanged } from './item-changes.ts'
import {
  handedIn,
  mergedMaterials,
  noted,
  noticeGiven,
  papersAsked,
  supplementRequested,
  withPromise,
} from './material-changes.ts'
import { withOrder, withOrderChanged } from './order-state.ts'
import { pledged, subtaskOpened, withSubtaskEnded } from './subtask-changes.ts'
import { sentBack, takenOver, transferred, withLeg } from './transfer-changes.ts'

/** What one event makes of a case; a type of event without a line here does not compile (C301). */
export function changeOf<Type extends CaseEventType>(state: CaseState, event: CaseEvent<Type>): CaseState {
  const change: Change<Type> = CHANGES[event.type]
  return change(state, event)
}

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
  'supplement.requested': supplementRequested,
  'supplement.handed_in': handedIn,
  'papers.asked': papersAsked,
  'pledge.made': pledged,
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
  'transfer.taken_over': takenOver,
  'transfer.sent_back': sentBack,
  'subtask.opened': subtaskOpened,
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
  'papers.taken': (state, event) => ({ ...state, agency: takenIn(state, event) }),
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
