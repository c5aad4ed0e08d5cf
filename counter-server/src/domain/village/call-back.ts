import type { Satisfaction } from '@counter/shared/vocabulary/agency'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'

/** How many deliveries of a month are called back (V20 ⚙). */
export interface DrawShare {
  readonly percent: number
  readonly least: number
}

/** The share of a month's deliveries, rounded up, at least so many and never more than there are (V20). */
export function callBacksOf(deliveries: number, { percent, least }: DrawShare): number {
  return Math.min(deliveries, Math.max(least, Math.ceil((deliveries * percent) / 100)))
}

/**
 * The deliveries that a draw falls on: those of the lowest rank. `rankOf` mixes each case with the seed of the draw, so
 * nobody chooses and anybody can draw again (V20).
 */
export function drawCallBacks(
  deliveries: readonly CaseId[],
  wanted: number,
  rankOf: (id: CaseId) => string,
): readonly CaseId[] {
  return deliveries
    .map((id) => ({ id, rank: rankOf(id) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, wanted)
    .map(({ id }) => id)
}

/** One call of the centre; who was reached says how satisfied, who was not says nothing. */
export interface CallBackTry {
  readonly isReached: boolean
  readonly satisfaction: Satisfaction | null
  readonly remark: string
}

/**
 * True when this call is the last one: somebody was reached, or nobody on so many days (V20, V22). Refuses
 * `call_back.settled`, and `request.invalid` for a satisfaction of nobody or none of somebody.
 */
export function settlesCallBack(
  before: { readonly isSettled: boolean; readonly tries: readonly Instant[] },
  { isReached, satisfaction }: CallBackTry,
  { at, days }: { readonly at: Instant; readonly days: number },
): boolean {
  if (before.isSettled) throw new Refusal('call_back.settled')
  if (isReached !== (satisfaction !== null)) throw new Refusal('request.invalid')
  return isReached || new Set([...before.tries, at].map(civilDate)).size >= days
}
