import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

/** An appeal as far as its rules go: until when it may be made, and by whom it was. */
export interface AppealStanding {
  readonly isLow: boolean
  readonly until: Instant
  readonly madeBy: string | null
  readonly isDecided: boolean
}

/** 申诉, once, in time and with words (C1005). Refusals: `rating.not_found`, `rating.appealed`, `rating.appeal_late`, `reason.required`. */
export function requireAppeal({ isLow, until, madeBy }: AppealStanding, at: Instant, words: string): void {
  if (!isLow) throw new Refusal('rating.not_found')
  if (madeBy !== null) throw new Refusal('rating.appealed')
  if (at > until) throw new Refusal('rating.appeal_late')
  if (words.trim() === '') throw new Refusal('reason.required')
}

/** Somebody other than who brought it in decides, once and with words (C1005). Refusals: `rating.not_found`, `approval.same_person`, `reason.required`. */
export function requireDecision({ madeBy, isDecided }: AppealStanding, by: string, words: string): void {
  if (madeBy === null || isDecided) throw new Refusal('rating.not_found')
  if (madeBy === by) throw new Refusal('approval.same_person')
  if (words.trim() === '') throw new Refusal('reason.required')
}
