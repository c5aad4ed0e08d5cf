import type { FollowUpStep } from '@counter/shared/vocabulary/rating'
import { Refusal } from '../refusal.ts'

/** What may follow each step. Who left a number is answered and called back; without one there is nobody to answer (C1004). */
const NAMED = {
  opened: ['verified'],
  verified: ['rectified', 'explained'],
  rectified: ['replied'],
  explained: ['replied'],
  replied: ['called_back'],
  called_back: ['closed'],
  closed: [],
} as const satisfies Record<FollowUpStep, readonly FollowUpStep[]>

const UNNAMED = { ...NAMED, rectified: ['closed'], explained: ['closed'] } as const

/** The steps that may follow now; screens keep no copy of the rule. */
export function nextSteps(step: FollowUpStep, isNamed: boolean): readonly FollowUpStep[] {
  return (isNamed ? NAMED : UNNAMED)[step]
}

/** Refuses `rating.wrong_step`; every step but the opening says in words what was done: `reason.required`. */
export function requireStep(
  { step, isNamed }: { readonly step: FollowUpStep; readonly isNamed: boolean },
  to: FollowUpStep,
  words: string,
): void {
  if (!nextSteps(step, isNamed).includes(to)) throw new Refusal('rating.wrong_step')
  if (words.trim() === '') throw new Refusal('reason.required')
}
