import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { LetterChannel, ReplyWay, Satisfaction } from '@counter/shared/vocabulary/letter'
import { Refusal } from '../refusal.ts'
import { requireUnrelated } from './assign-letter.ts'
import {
  checkLetterAct,
  type LetterContext,
  mayReplyOnSpot,
  possibleLetterActs,
  requireWords,
} from './letter-act.ts'
import { type LetterFact, letterFact } from './letter-event.ts'

/**
 * The unit's answer, which then waits to be signed (C1302). Refusals: `letter.reply_incomplete` without words,
 * `complaint.recusal`, and of a petition whose notice was not given `letter.wrong_status`.
 */
export function answerLetter(
  context: LetterContext,
  person: StaffId,
  text: string,
): LetterFact<'letter.answered'> {
  checkLetterAct(context, 'answer')
  const { petition, status } = context.state
  if (petition !== null && petition.noticeAt === null)
    throw new Refusal('letter.wrong_status', { status, action: 'answer', actions: 'give_notice' })
  requireUnrelated(context, person)
  if (text.trim() === '') throw new Refusal('letter.reply_incomplete')
  return letterFact('letter.answered', { person })
}

/** 签发, once, by somebody else than who answered: `letter.wrong_status`, `approval.same_person` (C403, C1303). */
export function signLetter(context: LetterContext, person: StaffId): LetterFact<'letter.signed'> {
  checkLetterAct(context, 'sign')
  const { status, signedBy, answeredBy } = context.state
  // The first signature stands; whoever wants another answer sends it back (C1302).
  if (signedBy !== null) {
    const actions = possibleLetterActs(context).join(',')
    throw new Refusal('letter.wrong_status', { status, action: 'sign', actions })
  }
  if (answeredBy.includes(person)) throw new Refusal('approval.same_person')
  return letterFact('letter.signed', { person })
}

/** Back to the unit with what is to be changed. Refuses `reason.required`. */
export function reworkLetter(context: LetterContext, reason: string): LetterFact<'letter.reworked'> {
  checkLetterAct(context, 'rework')
  requireWords(reason)
  return letterFact('letter.reworked', {})
}

/**
 * The signed answer has reached its writer: its text, its signer and the way are all there, or `letter.reply_incomplete`
 * (C1303). A visit is answered in writing, what stands in the book is answered in the book (cases.md 13).
 */
export function replyToLetter(context: LetterContext, way: ReplyWay | null): LetterFact<'letter.replied'> {
  checkLetterAct(context, 'reply')
  const { signedBy, answerEvent, channel } = context.state
  const isFitting = way !== null && WAYS_OF[channel].some((each) => each === way)
  if (signedBy === null || answerEvent === null || !isFitting) throw new Refusal('letter.reply_incomplete')
  return letterFact('letter.replied', { way, signer: signedBy })
}

/** How the reply to each channel may reach its writer; the query code always serves those who left no number. */
export const WAYS_OF = {
  visit: ['in_writing'],
  phone: ['read_out', 'in_writing', 'by_code'],
  secretary_box: ['in_writing', 'read_out', 'by_code'],
  magistrate_box: ['in_writing', 'read_out', 'by_code'],
  unit_box: ['in_writing', 'read_out', 'by_code'],
  township_box: ['in_writing', 'read_out', 'by_code'],
  website: ['by_code', 'read_out', 'in_writing'],
  opinion_box: ['by_code', 'read_out', 'in_writing'],
  opinion_book: ['in_book'],
  hotline: ['in_writing', 'read_out'],
  supervision_phone: ['read_out', 'in_writing', 'by_code'],
} as const satisfies Record<LetterChannel, readonly ReplyWay[]>

/** Answered while the visitor sat there or the caller was on the line, by whoever spoke to them (cases.md 13). */
export function replyOnSpot(
  context: LetterContext,
  person: StaffId,
  text: string,
): LetterFact<'letter.replied'> {
  checkLetterAct(context, 'reply_on_spot')
  if (!mayReplyOnSpot(context.state.channel)) throw new Refusal('letter.not_on_spot')
  if (context.state.petition !== null) throw new Refusal('letter.petition_already')
  if (text.trim() === '') throw new Refusal('letter.reply_incomplete')
  return letterFact('letter.replied', { way: 'on_spot', signer: person })
}

/** 办结 with what the writer said of the answer: 是, 否, 未表态 (C1303). */
export function closeLetter(context: LetterContext, satisfied: Satisfaction): LetterFact<'letter.closed'> {
  checkLetterAct(context, 'close')
  return letterFact('letter.closed', { satisfied })
}
