/** The five levels as stored: 1 is 非常满意, 5 非常不满意 (GB/T 39734-2020, C1001). */
export const RATING_LEVELS = [1, 2, 3, 4, 5] as const
export type RatingLevel = (typeof RATING_LEVELS)[number]

/** What a low rating may name; all of it may stay empty. */
export const RATING_REASONS = [
  'waited_long',
  'not_told_at_once',
  'attitude',
  'too_many_papers',
  'over_promise',
  'other',
] as const
export type RatingReason = (typeof RATING_REASONS)[number]

/** The way of a 差评: 核实 → 整改 or 解释 → 答复 → 回访 → 办结 (C1004). */
export const FOLLOW_UP_STEPS = [
  'opened',
  'verified',
  'rectified',
  'explained',
  'replied',
  'called_back',
  'closed',
] as const
export type FollowUpStep = (typeof FOLLOW_UP_STEPS)[number]
