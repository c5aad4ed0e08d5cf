import type { ClockKind } from '@counter/shared/vocabulary/case'
import type { PlainDate } from '@counter/shared/vocabulary/time'

/** One due date that other rules move. While the clock is paused both are the days "if it resumed today" (C510). */
export interface DueMove<Kind extends string = ClockKind> {
  readonly kind: Kind
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What a clock said before a step that changes more than its rules, and says after it; null where it has not started. */
export interface ItemMove<Kind extends string = ClockKind> {
  readonly kind: Kind
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** Due dates that other rules moved: by which change, from when to when, and which day the resident had been told (C604). */
export interface RulesApplied<Kind extends string = ClockKind> {
  readonly change: string | null
  readonly moves: readonly DueMove<Kind>[]
  readonly toldOn: PlainDate | null
}
