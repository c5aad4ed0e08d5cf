import type { ReviewOutcome } from '@counter/shared/vocabulary/letter'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, type LetterContext } from './letter-act.ts'
import { letterClocks } from './letter-clocks.ts'
import { type LetterFact, letterFact } from './letter-event.ts'

/**
 * 申请复查: the petitioner asked the next higher organ, which is named beside the event, to look again; within thirty days of
 * the opinion (C1305). Refusals: `letter.not_petition`, `refusal.organ_missing`, `event.backdate_range` for a day before the
 * opinion or after today, `letter.review_too_late` with the last day.
 */
export function askReview(
  context: LetterContext,
  { askedOn, organ }: { readonly askedOn: PlainDate; readonly organ: string },
): LetterFact<'letter.review_asked'> {
  checkLetterAct(context, 'ask_review')
  const { review } = letterClocks(context.state, context, context.at)
  const { repliedAt } = context.state
  if (review === null || repliedAt === null) throw new Refusal('letter.not_petition')
  if (organ.trim() === '') throw new Refusal('refusal.organ_missing')
  const [from, to] = [civilDate(repliedAt), civilDate(context.at)]
  if (askedOn < from || askedOn > to) throw new Refusal('event.backdate_range', { from, to })
  if (askedOn > review.dueOn) throw new Refusal('letter.review_too_late', { date: review.dueOn })
  return letterFact('letter.review_asked', { askedOn })
}

/** What the higher organ found, within thirty days of being asked (C1305). Refuses `letter.not_petition` where nobody asked. */
export function recordReview(context: LetterContext, outcome: ReviewOutcome): LetterFact<'letter.reviewed'> {
  checkLetterAct(context, 'record_review')
  if (context.state.review === null) throw new Refusal('letter.not_petition')
  return letterFact('letter.reviewed', { outcome })
}
