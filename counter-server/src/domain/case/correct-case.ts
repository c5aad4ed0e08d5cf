import { type CaseAction, type CaseEventType, LASTING_EVENTS } from '@counter/shared/vocabulary/case'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import { type CaseState, NEW_CASE } from './case-state.ts'
import type { CaseEvent, CaseFact } from './event.ts'
import { MOVES } from './lifecycle.ts'
import { applyEvent, voidedEvents } from './projection.ts'

/** What is to be taken back and why; `isOwn` when whoever asks recorded it himself. */
export interface Correction {
  readonly events: readonly CaseEvent[]
  readonly eventId: string
  readonly reason: string
  readonly isOwn: boolean
}

/**
 * 更正 (C302, C438): takes one event back; the replay then skips it. Refusals: C406, `reason.required`,
 * `correction.same_person`, `correction.not_possible` for what lasts, and when a later step would hang in the air,
 * with that step's action: it is corrected first.
 */
export function correctCase(context: ActContext, correction: Correction): CaseFact<'event.voided'> {
  const { events, eventId, reason, isOwn } = correction
  checkAct(context, 'correct')
  if (isBlank(reason)) throw new Refusal('reason.required')
  const voided = voidedEvents(events)
  const event = events.find(({ id }) => id === eventId)
  if (event === undefined || voided.has(eventId) || isLasting(event.type))
    throw new Refusal('correction.not_possible')
  if (isOwn) throw new Refusal('correction.same_person')
  const hanging = firstHanging(events.filter(({ id }) => id !== eventId && !voided.has(id)))
  if (hanging !== null) throw new Refusal('correction.not_possible', { action: hanging })
  return fact('event.voided', { eventId, reason })
}

/** 作废 of what was entered in error, with a reason (C434). */
export function voidCase(context: ActContext, reason: string): CaseFact<'case.voided'> {
  checkAct(context, 'void')
  if (isBlank(reason)) throw new Refusal('reason.required')
  return fact('case.voided', { reason })
}

function isLasting(type: CaseEventType): boolean {
  return LASTING_EVENTS.some((each) => each === type)
}

function firstHanging(events: readonly CaseEvent[]): CaseAction | null {
  let state = NEW_CASE
  for (const event of events) {
    const action = ACTION_OF[event.type]
    if (action !== null && !follows(state, action)) return action
    state = applyEvent(state, event)
  }
  return null
}

// What was never handed over can neither be taken over nor sent back.
function follows({ status, handOver }: CaseState, action: CaseAction): boolean {
  const isReceiving = action === 'take_over' || action === 'send_back'
  return action in MOVES[status] && (!isReceiving || handOver !== null)
}

/** The act behind each event, for the table to judge; null for what may stand anywhere. */
const ACTION_OF: { readonly [Type in CaseEventType]: CaseAction | null } = {
  'case.registered': null,
  'case.received': null,
  'case.converted': 'convert',
  'case.not_applicable': 'not_applicable',
  'case.refused': 'refuse',
  'supplement.requested': 'request_supplement',
  'supplement.handed_in': 'hand_in',
  'case.accepted': 'accept',
  'case.deemed_accepted': 'deem_accepted',
  'case.taken': 'take',
  'case.paused': 'pause',
  'case.resumed': 'resume',
  'case.extended': 'extend',
  'case.transferred': 'transfer',
  'transfer.taken_over': 'take_over',
  'transfer.sent_back': 'send_back',
  'subtask.opened': null,
  'subtask.answered': null,
  'subtask.waived': null,
  'check.recorded': 'record_check',
  'case.reported_up': 'report_up',
  'case.forwarded': 'forward',
  'case.result_recorded': 'record_result',
  'case.decided': 'decide',
  'case.delivered': 'deliver',
  'case.withdrawn': 'withdraw',
  'case.returned': 'return_case',
  'case.voided': 'void',
  'case.urged': null,
  'case.noted': null,
  'approval.requested': null,
  'approval.declined': null,
  'mark.fired': null,
  'event.voided': null,
  'calendar.applied': null,
  'setting.applied': null,
  'due.told': null,
  'result.shelved': 'shelve',
  'result.told': 'tell_result',
  'order.issued': null,
  'order.replied': null,
  'order.closed': null,
}
