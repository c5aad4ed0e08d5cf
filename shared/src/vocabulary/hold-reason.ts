import { PAUSE_REASONS } from './case.ts'

/** Why a clock stands still: a reason of the law, or papers that a county's rule lets wait for after acceptance (C516). */
export const HOLD_REASONS = [...PAUSE_REASONS, 'awaited_papers'] as const
export type HoldReason = (typeof HOLD_REASONS)[number]
