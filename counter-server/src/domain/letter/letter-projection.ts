import type { LetterEventType, LetterFlag, LetterStatus } from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import { movedOrders, withOrder, withOrderChanged } from '../case/order-state.ts'
import { inOrder, voidedEvents } from '../case/standing-events.ts'
import type { LetterEvent } from './letter-event.ts'
import { type LetterState, NEW_LETTER } from './letter-state.ts'

/**
 * Replays the events of a letter in the order of `seq` (C301, C1302). What a correction took back is skipped with the
 * correction (C302).
 */
export function projectLetter(events: readonly LetterEvent[]): LetterState {
  const voided = voidedEvents(events)
  return inOrder(events).reduce(
    (state, event) => (voided.has(event.id) ? skipped(state, event) : applyLetterEvent(state, event)),
    NEW_LETTER,
  )
}

/** The letter after one more event: only a correction has to look back over those before it (C302). */
export function nextLetterState(
  before: readonly LetterEvent[],
  state: LetterState,
  event: LetterEvent,
): LetterState {
  return event.type === 'event.voided' ? projectLetter([...before, event]) : applyLetterEvent(state, event)
}

/** The letter after one more event. A full replay is nothing but this, so the two cannot part (C301). */
export function applyLetterEvent(state: LetterState, event: LetterEvent): LetterState {
  const change = CHANGES[event.type] as Change<LetterEventType>
  return { ...change(state, event), told: toldWith(state, event), rev: state.rev + 1 }
}

// What the writer was told cannot be untold, so its date stays (C520).
function skipped(state: LetterState, event: LetterEvent): LetterState {
  return { ...state, told: toldWith(state, event), rev: state.rev + 1 }
}

function toldWith({ told }: LetterState, { id, payload }: LetterEvent): LetterState['told'] {
  const dueOn = 'toldDueOn' in payload ? payload.toldDueOn : undefined
  return dueOn === undefined ? told : [...told, { eventId: id, dueOn }]
}

type Change<Type extends LetterEventType> = (state: LetterState, event: LetterEvent<Type>) => LetterState

const same = (state: LetterState) => state

const CHANGES: { readonly [Type in LetterEventType]: Change<Type> } = {
  'letter.registered': (state, { id, occurredAt, payload }) => {
    const { isAnonymous, isUrgent, toldDueOn: _, ...facts } = payload
    const flags: LetterFlag[] = []
    if (isAnonymous) flags.push('anonymous')
    if (isUrgent) flags.push('urgent')
    if (payload.people > 1) flags.push('group')
    return { ...state, ...facts, flags, receivedAt: occurredAt, startedBy: id }
  },
  'letter.assigned': (state, { id, occurredAt, payload }) => ({
    ...state,
    status: 'assigned',
    unit: payload.unit,
    person: null,
    assignedAt: occurredAt,
    assignedBy: id,
    takenAt: null,
    orders: movedOrders(state.orders, payload.unit),
  }),
  'letter.taken': (state, { occurredAt, payload }) => ({
    ...state,
    status: 'answering',
    person: payload.person,
    takenAt: occurredAt,
  }),
  'letter.sent_back': (state) => ({
    ...state,
    status: 'registered',
    unit: null,
    person: null,
    assignedAt: null,
    assignedBy: null,
  }),
  'letter.answered': (state, { id, payload }) => ({
    ...state,
    status: 'to_sign',
    answeredBy: [...state.answeredBy.filter((each) => each !== payload.person), payload.person],
    answerEvent: id,
    signedBy: null,
  }),
  'letter.signed': (state, { payload }) => ({ ...state, signedBy: payload.person }),
  'letter.reworked': (state) => ({ ...state, status: 'answering', signedBy: null }),
  'letter.replied': (state, { id, occurredAt, payload }) => ({
    ...state,
    status: 'replied',
    way: payload.way,
    signedBy: payload.signer,
    repliedAt: occurredAt,
    repliedBy: id,
    answerEvent: payload.way === 'on_spot' ? id : state.answerEvent,
  }),
  'letter.closed': (state, { occurredAt, payload }) => ({
    ...ended(state, 'closed', occurredAt),
    satisfied: payload.satisfied,
  }),
  'letter.redirected': (state, { occurredAt }) => ended(state, 'redirected', occurredAt),
  'letter.linked': (state, { occurredAt, payload }) => ({
    ...ended(state, 'duplicate', occurredAt),
    original: payload.original,
    statusBefore: state.status,
  }),
  'letter.unlinked': (state) => ({
    ...state,
    status: state.statusBefore ?? 'registered',
    original: null,
    statusBefore: null,
    endedAt: null,
  }),
  'letter.no_contact': (state, { occurredAt }) => ended(state, 'no_contact', occurredAt),
  'letter.topic_set': (state, { payload }) => ({ ...state, topic: payload.topic, limit: payload.limit }),
  'letter.dated': (state, { payload }) => ({ ...state, external: payload.external }),
  'letter.converted': (state, { occurredAt }) => ({
    ...withFlag(state, 'petition'),
    petition: { since: occurredAt, noticeAt: null, noticeEvent: null, recused: state.answeredBy },
  }),
  'letter.notice_given': (state, { id, occurredAt }) =>
    state.petition === null
      ? state
      : { ...state, petition: { ...state.petition, noticeAt: occurredAt, noticeEvent: id } },
  'letter.extended': (state, { payload }) => ({
    ...withFlag(state, 'extended'),
    extendedDays: state.extendedDays + payload.days,
  }),
  'letter.review_asked': (state, { id, payload }) => ({
    ...state,
    review: { askedOn: payload.askedOn, event: id, endedAt: null, outcome: null },
  }),
  'letter.reviewed': (state, { occurredAt, payload }) =>
    state.review === null
      ? state
      : { ...state, review: { ...state.review, endedAt: occurredAt, outcome: payload.outcome } },
  'letter.facts_corrected': (state, { payload: { channel, topic, limit, receivedAt } }) => ({
    ...state,
    channel,
    topic,
    limit,
    receivedAt,
  }),
  'letter.writer_corrected': (state, { id, payload: { person } }) => {
    const named = { ...state, flags: state.flags.filter((flag) => flag !== 'anonymous') }
    return {
      ...(person === null ? withFlag(named, 'anonymous') : named),
      writer: { person, event: id },
    }
  },
  'letter.publication_drafted': (state, { id, payload }) => ({
    ...state,
    publication: { text: id, drafter: payload.person, publishedAt: null },
  }),
  'letter.published': (state, { occurredAt }) =>
    state.publication === null
      ? state
      : { ...state, publication: { ...state.publication, publishedAt: occurredAt } },
  'letter.publication_withdrawn': (state) => ({ ...state, publication: null }),
  'letter.noted': same,
  // What it took back is skipped by the replay; by itself it changes nothing.
  'event.voided': same,
  'due.told': same,
  'mark.fired': (state, { payload }) => ({ ...state, marks: [...state.marks, payload] }),
  'calendar.applied': same,
  'setting.applied': same,
  'order.issued': (state, event) => withOrder(state, event),
  'order.replied': (state, { id, occurredAt, payload }) =>
    withOrderChanged(state, payload.order, { reply: { eventId: id, at: occurredAt } }),
  'order.closed': (state, { id, occurredAt, payload }) =>
    withOrderChanged(state, payload.order, { closed: { eventId: id, at: occurredAt } }),
}

function ended(state: LetterState, status: LetterStatus, endedAt: Instant): LetterState {
  return { ...state, status, endedAt }
}

function withFlag(state: LetterState, flag: LetterFlag): LetterState {
  return state.flags.includes(flag) ? state : { ...state, flags: [...state.flags, flag] }
}
