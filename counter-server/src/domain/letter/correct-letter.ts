import { LASTING_LETTER_EVENTS } from '@counter/shared/vocabulary/letter'
import { standingEvents, voidedEvents } from '../case/standing-events.ts'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, type LetterContext, requireWords } from './letter-act.ts'
import { type LetterEvent, type LetterFact, letterFact } from './letter-event.ts'
import { movesTo } from './letter-moves.ts'
import { projectLetter } from './letter-projection.ts'
import { letterActionOf, newlyHangingSteps } from './letter-steps.ts'

/** What is to be taken back and why; `isOwn` when whoever asks recorded it himself. */
export interface LetterCorrection {
  readonly events: readonly LetterEvent[]
  readonly eventId: string
  readonly reason: string
  readonly isOwn: boolean
}

/**
 * 更正 (C302): takes one step of a letter back; the replay then skips it, and every due date that moves with it is kept as it
 * was and as it is now. Refusals in this order: C1302, `reason.required`, `correction.not_possible` for what lasts,
 * `correction.same_person`, and `correction.not_possible` with the action of a later step that would rest on nothing.
 */
export function correctLetter(
  context: LetterContext,
  { events, eventId, reason, isOwn }: LetterCorrection,
): LetterFact<'event.voided'> {
  checkLetterAct(context, 'correct')
  requireWords(reason)
  const voided = voidedEvents(events)
  const event = events.find(({ id }) => id === eventId)
  if (event === undefined || voided.has(eventId) || isLasting(event))
    throw new Refusal('correction.not_possible')
  if (isOwn) throw new Refusal('correction.same_person')
  const hanging = newlyHangingSteps(standingEvents(events), eventId)
  if (hanging !== null) {
    const action = letterActionOf(hanging)
    throw new Refusal('correction.not_possible', action === null ? {} : { action })
  }
  const left = standingEvents(events).filter(({ id }) => id !== eventId)
  return letterFact('event.voided', { eventId, moves: movesTo(context, projectLetter(left)) })
}

function isLasting({ type }: LetterEvent): boolean {
  return LASTING_LETTER_EVENTS.some((each) => each === type)
}
