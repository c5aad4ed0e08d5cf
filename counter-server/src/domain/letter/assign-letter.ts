import type { StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import type { LetterTopic } from '@counter/shared/vocabulary/letter'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, type LetterContext, requireWords } from './letter-act.ts'
import { letterClocks } from './letter-clocks.ts'
import { type External, type LetterFact, letterFact } from './letter-event.ts'
import { letterLimit, type ReadSetting } from './letter-limits.ts'

/** 交办: never to the unit that the letter is about (C804). Refusals: `letter.about_unit`, those of C1302. */
export function assignLetter(context: LetterContext, unit: UnitCode): LetterFact<'letter.assigned'> {
  checkLetterAct(context, 'assign')
  if (context.state.about === unit) throw new Refusal('letter.about_unit')
  return letterFact('letter.assigned', { unit })
}

/** 承办. Whoever answered a letter before it became a petition stands aside: `complaint.recusal` (C1305). */
export function takeLetter(context: LetterContext, person: StaffId): LetterFact<'letter.taken'> {
  checkLetterAct(context, 'take')
  requireUnrelated(context, person)
  return letterFact('letter.taken', { person })
}

/** Refuses `complaint.recusal` for the people whose answer the petition is about (C1305). */
export function requireUnrelated({ state }: LetterContext, person: StaffId): void {
  if (state.petition?.recused.includes(person) === true) throw new Refusal('complaint.recusal')
}

/**
 * The unit gives the letter back with a reason; a petition only within five working days of the transfer (C1305).
 * Refusals: `letter.objection_too_late` with the day, `reason.required`.
 */
export function sendLetterBack(context: LetterContext, reason: string): LetterFact<'letter.sent_back'> {
  checkLetterAct(context, 'send_back')
  requireWords(reason)
  const { objection } = letterClocks(context.state, context, context.at)
  if (objection?.dueAt !== null && objection !== null && context.at > objection.dueAt)
    throw new Refusal('letter.objection_too_late', { date: objection.dueOn })
  return letterFact('letter.sent_back', {})
}

/** 调查, 疑难 and every other change of topic, by the supervisor; the limit is counted anew from the receipt (C1301). */
export function setLetterTopic(
  context: LetterContext,
  topic: LetterTopic,
  read: ReadSetting,
): LetterFact<'letter.topic_set'> {
  checkLetterAct(context, 'set_topic')
  const { channel, receivedAt } = context.state
  const at = receivedAt ?? context.at
  return letterFact('letter.topic_set', {
    topic,
    limit: letterLimit({ ...context, at }, { channel, topic }, read),
  })
}

/** The number and date of the office that sent it on; its date wins (C1301). */
export function dateLetter(context: LetterContext, external: External): LetterFact<'letter.dated'> {
  checkLetterAct(context, 'set_date')
  return letterFact('letter.dated', { external })
}

/** Tells a due date that is another one than was told last (C520). Refuses `due.nothing_new`. */
export function tellLetterDue(
  context: LetterContext,
  how: 'phone' | 'sms' | 'notice',
): LetterFact<'due.told'> {
  checkLetterAct(context, 'tell_due')
  if (letterDueOn(context) === (context.state.told.at(-1)?.dueOn ?? null))
    throw new Refusal('due.nothing_new')
  return letterFact('due.told', { how })
}

/** The day by which the writer has an answer, as it is counted now; null for a petition before its notice. */
export function letterDueOn(context: LetterContext): PlainDate | null {
  return letterClocks(context.state, context, context.at).committed?.dueOn ?? null
}

/** Sent on to the organ whose matter it is, which is named beside the event (C1302). Refuses `refusal.organ_missing`. */
export function redirectLetter(context: LetterContext, organ: string): LetterFact<'letter.redirected'> {
  checkLetterAct(context, 'redirect')
  if (organ.trim() === '') throw new Refusal('refusal.organ_missing')
  return letterFact('letter.redirected', {})
}

/** The other letter, as far as it matters for being the original of this one. */
export interface Original {
  readonly id: string
  readonly isDuplicate: boolean
}

/** The same matter again: its original answers for both (C1302). Refuses `letter.original_wrong` for itself and for another duplicate. */
export function linkLetter(
  context: LetterContext,
  own: string,
  original: Original,
): LetterFact<'letter.linked'> {
  checkLetterAct(context, 'link')
  if (original.id === own || original.isDuplicate) throw new Refusal('letter.original_wrong')
  return letterFact('letter.linked', { original: original.id })
}

/** 不是重复: it goes on where it stood, and its clock never stopped meaning the day it came. */
export function unlinkLetter(context: LetterContext): LetterFact<'letter.unlinked'> {
  checkLetterAct(context, 'unlink')
  return letterFact('letter.unlinked', {})
}

/** 联系不上, with what was tried. Refuses `reason.required`. */
export function noContact(context: LetterContext, tried: string): LetterFact<'letter.no_contact'> {
  checkLetterAct(context, 'no_contact')
  requireWords(tried)
  return letterFact('letter.no_contact', {})
}
