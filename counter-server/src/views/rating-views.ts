import type { FollowUpView, RatingBoard } from '@counter/shared/contract/ratings'
import { maskPhone } from '@counter/shared/vocabulary/identity'
import type { FollowUpFacts, RatingBoardFacts } from '../usecases/ratings/follow-ups.ts'

export function toFollowUp(facts: FollowUpFacts): FollowUpView {
  const { followUp, number, businessDate, steps, next, isContactLate, isRectifyLate } = facts
  return {
    id: followUp.rating,
    kind: followUp.subject.kind,
    number,
    businessDate,
    level: followUp.level,
    reasons: [...followUp.reasons],
    text: followUp.text,
    givenAt: followUp.givenAt,
    step: followUp.step,
    phone: followUp.phone === null ? null : maskPhone(followUp.phone),
    contactDueAt: followUp.contactDueAt,
    rectifyDueAt: followUp.rectifyDueAt,
    isContactLate,
    isRectifyLate,
    next: [...next],
    steps: steps.map(({ step, text, at, by }) => ({ step, text, at, by })),
    version: followUp.version,
  }
}

export function toRatingBoard({ since, levels, open }: RatingBoardFacts): RatingBoard {
  return {
    since,
    levels: levels.map(({ level, n }) => ({ level, n })),
    open: open.map(toFollowUp),
  }
}
