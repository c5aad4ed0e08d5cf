import type { StaffId } from '@counter/shared/vocabulary/ids'
import { checkExtension } from '../case/extension.ts'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, type LetterContext, requireWords } from './letter-act.ts'
import { letterClocks, MOST_EXTENSION } from './letter-clocks.ts'
import { type LetterFact, letterFact } from './letter-event.ts'

/** What whoever does not accept the opinion may do (信访工作条例, C1305). */
export const PETITION_REMEDIES = '对本意见不服的，可以自收到之日起30日内，向上一级机关书面请求复查'

/** 申诉求决 becomes 信访, by the supervisor with a reason (C1305). Refusals: `letter.petition_already`, `reason.required`. */
export function convertLetter(context: LetterContext, reason: string): LetterFact<'letter.converted'> {
  checkLetterAct(context, 'convert')
  if (context.state.petition !== null) throw new Refusal('letter.petition_already')
  requireWords(reason)
  return letterFact('letter.converted', {})
}

/** The written notice that the petition is taken up; the sixty days begin (C1305). Refusals: `letter.not_petition`, `supplement.already_given`. */
export function givePetitionNotice(context: LetterContext): LetterFact<'letter.notice_given'> {
  checkLetterAct(context, 'give_notice')
  const { petition } = context.state
  if (petition === null) throw new Refusal('letter.not_petition')
  if (petition.noticeAt !== null) throw new Refusal('supplement.already_given')
  return letterFact('letter.notice_given', {})
}

/** At most thirty days more, once, before the law's end, by a leader (C1305, C513). Refusals: `letter.not_petition`, `extension.*`, `reason.required`. */
export function extendPetition(
  context: LetterContext,
  {
    days,
    reason,
    approvedBy,
  }: { readonly days: number; readonly reason: string; readonly approvedBy: StaffId },
): LetterFact<'letter.extended'> {
  checkLetterAct(context, 'extend')
  const { state, at } = context
  const { statutory } = letterClocks(state, context, at)
  if (statutory === null) throw new Refusal('letter.not_petition')
  requireWords(reason)
  const isUsed = state.extendedDays > 0
  checkExtension({ isUsed, days, max: MOST_EXTENSION, dueAt: statutory.dueAt, at })
  return letterFact('letter.extended', { days, approvedBy })
}
