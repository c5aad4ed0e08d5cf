import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'

/** So many in a span of time, for one address and for all of them. */
export interface TurnRule {
  readonly perSource: number
  readonly inAll: number
  readonly spanMs: number
}

/** Takes a turn of a public form that anybody may send, or refuses `request.too_many` (P44). */
export function createTurns({ perSource, inAll, spanMs }: TurnRule): (source: string, now: Instant) => void {
  let taken: { readonly source: string; readonly atMs: number }[] = []
  return (source, now) => {
    const atMs = toMs(now)
    taken = taken.filter((each) => each.atMs > atMs - spanMs)
    const own = taken.filter((each) => each.source === source).length
    if (own >= perSource || taken.length >= inAll) throw new Refusal('request.too_many')
    taken.push({ source, atMs })
  }
}
