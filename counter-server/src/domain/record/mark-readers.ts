import type { ClockKind, MarkThreshold } from '@counter/shared/vocabulary/case'

/** Whom a mark is told besides the page of its case. */
export type MarkReader = 'units' | 'village' | 'deputies' | 'desks' | 'supervisor'

type ByThreshold = (threshold: MarkThreshold) => readonly MarkReader[]

const OF_CENTRE: ByThreshold = () => ['units', 'village', 'deputies', 'desks', 'supervisor']

// What the point owes is first a matter of its agent and deputy; late it is the supervisor's too (V23).
const OF_POINT: ByThreshold = (threshold) =>
  threshold === 'yellow' ? ['village'] : ['village', 'supervisor']

/** Who hears of the marks of each clock. */
export const MARK_READERS: { readonly [Kind in ClockKind]: ByThreshold } = {
  notice: OF_CENTRE,
  waiting: OF_CENTRE,
  committed: OF_CENTRE,
  statutory: OF_CENTRE,
  delivery: OF_CENTRE,
  pause: OF_CENTRE,
  promise: OF_CENTRE,
  handup: OF_POINT,
  handup_hard: OF_POINT,
  relay: OF_POINT,
  deliver: OF_POINT,
  followup: OF_POINT,
}
