import type { FollowUpView, RatingBoard } from '@counter/shared/contract/ratings'
import { maskPhone } from '@counter/shared/vocabulary/identity'
import type { FollowUpFacts, RatingBoardFacts } from '../usecases/ratings/follow-ups.ts'

/** A leader only decides appeals: whom to answer, and what was done, is the supervisor's (U37). */
export function toFollowUp(facts: FollowUpFacts, isLeader = false): FollowUpView {
  const { followUp, number, businessDate, steps, next, contact, rectify } = facts
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
    isNamed: followUp.phone !== null,
    phone: followUp.phone === null || isLeader ? null : maskPhone(followUp.phone),
    contact,
    rectify,
    next: isLeader ? [] : [...next],
    steps: steps.map(({ step, text, at, by }) => ({ step, text, at, by })),
    appeal: toAppeal(facts),
    version: followUp.version,
  }
}

function toAppeal({ appeal }: FollowUpFacts): FollowUpView['appeal'] {
  if (appeal === null) return null
  const { text, madeAt, madeBy, isUpheld, reason, decidedAt, decidedBy, mayDecide } = appeal
  return { text, madeAt, madeBy, isUpheld, reason, decidedAt, decidedBy, mayDecide }
}

export function toRatingBoard(
  { since, services, levels, open }: RatingBoardFacts,
  isLeader: boolean,
): RatingBoard {
  return {
    since,
    services,
    levels: levels.map(({ level, n }) => ({ level, n })),
    open: open.map((facts) => toFollowUp(facts, isLeader)),
  }
}
