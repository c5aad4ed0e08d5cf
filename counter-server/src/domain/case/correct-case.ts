import { type CaseEventType, LASTING_EVENTS } from '@counter/shared/vocabulary/case'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseEvent, CaseFact } from './event.ts'
import { actionOf, newlyHanging } from './hanging-steps.ts'
import { voidedEvents } from './standing-events.ts'

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
  const standing = events.filter(({ id }) => !voided.has(id))
  const hanging = newlyHanging(context, standing, eventId)
  if (hanging !== null) {
    const action = actionOf(hanging)
    throw new Refusal('correction.not_possible', action === null ? {} : { action })
  }
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
