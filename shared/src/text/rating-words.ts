import type { FollowUpStep, RatingLevel, RatingReason } from '../vocabulary/rating.ts'
import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** The five levels from the best to the worst (GB/T 39734-2020). */
export const LEVEL_WORDS = {
  1: { zh: '非常满意', en: 'Very satisfied' },
  2: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Mostly satisfied' },
  4: { zh: '不满意', en: 'Not satisfied' },
  5: { zh: '非常不满意', en: 'Not satisfied at all' },
} as const satisfies Record<RatingLevel, Sentence>

export const REASON_WORDS = {
  waited_long: { zh: '等得太久', en: 'Waited too long' },
  not_told_at_once: { zh: '没一次说清', en: 'Not told everything at once' },
  attitude: { zh: '态度不好', en: 'Unfriendly' },
  too_many_papers: { zh: '材料要得多', en: 'Too many papers' },
  over_promise: { zh: '超过承诺时间', en: 'Later than promised' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<RatingReason, Sentence>

export const STEP_WORDS = {
  opened: { zh: '待核实', en: 'To be checked' },
  verified: { zh: '核实', en: 'Checked' },
  rectified: { zh: '整改', en: 'Put right' },
  explained: { zh: '解释', en: 'Explained' },
  replied: { zh: '答复', en: 'Answered' },
  called_back: { zh: '回访', en: 'Called back' },
  closed: { zh: '办结', en: 'Closed' },
} as const satisfies Record<FollowUpStep, Sentence>

/** Why a service cannot be rated, or a follow-up cannot go on (C1002, C1004). */
export const RATING_REFUSALS = {
  'rating.already_given': { zh: '这次服务已经评过了', en: 'This service has been rated' },
  'rating.expired': { zh: '评价时间已过', en: 'The time to rate is over' },
  'rating.not_yet': { zh: '还没办完，办完后可以评价', en: 'Not finished yet; you can rate it afterwards' },
  'rating.staff_session': { zh: '请群众本人评价', en: 'The resident rates, not the staff' },
  'rating.not_found': { zh: '没有这条差评', en: 'There is no such low rating' },
  'rating.wrong_step': { zh: '现在不能做这一步', en: 'This step cannot follow now' },
  'rating.changed': { zh: '别人刚办过，已换成新的', en: 'Somebody has just acted; this is the new state' },
  'rating.appeal_late': { zh: '申诉的时间已过', en: 'The time to appeal is over' },
  'rating.appealed': { zh: '这条差评已经申诉过', en: 'An appeal was made before' },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
