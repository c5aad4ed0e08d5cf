import { busyMinutes, timedVisit, type Visit } from './chance.ts'
import { whenOpen } from './posts.ts'
import type { Rolled } from './roll-forward.ts'

const MINUTE_MS = 60_000

/** How each window of a rolled line, in the order of its posts, takes somebody at its end: null where it does not. */
export type Ranks = readonly ('main' | 'helps' | null)[]

/** The wait in minutes of whoever comes last, per draw and sorted (Q60). */
export function waitsAtEnd(rolled: Rolled, ranks: Ranks): Float64Array {
  const waits = new Float64Array(rolled.draws)
  for (let draw = 0; draw < rolled.draws; draw += 1)
    waits[draw] = (earliestAt(rolled, ranks, draw).time - rolled.nowMs) / MINUTE_MS
  return waits.sort()
}

/**
 * The line with one more at its end. Numbers taken within the same second share one rolling: each that follows finds the
 * one before it in the line (Q65).
 */
export function withOneMore(rolled: Rolled, ranks: Ranks, visit: Visit): Rolled {
  const more = { ...rolled, firstTierEnds: rolled.firstTierEnds.slice(), ends: rolled.ends.slice() }
  const timed = timedVisit(rolled.chance, visit)
  for (let draw = 0; draw < rolled.draws; draw += 1) {
    const { place, time } = earliestAt(rolled, ranks, draw)
    const post = rolled.posts[place - draw * rolled.posts.length]
    if (post === undefined) continue
    const busyMs = busyMinutes(rolled.chance, timed) * MINUTE_MS
    more.firstTierEnds[place] = whenOpen(post, Math.max(more.firstTierEnds[place] ?? 0, time + busyMs))
    more.ends[place] = whenOpen(post, (more.ends[place] ?? 0) + busyMs)
  }
  return more
}

// A window with it as main business calls it once no first tier is left there, a helping one once nobody is left (Q15).
function earliestAt({ posts, firstTierEnds, ends }: Rolled, ranks: Ranks, draw: number) {
  let best = { place: -1, time: Number.POSITIVE_INFINITY }
  for (let index = 0; index < posts.length; index += 1) {
    const rank = ranks[index] ?? null
    const place = draw * posts.length + index
    const time = rank === null ? undefined : (rank === 'main' ? firstTierEnds : ends)[place]
    if (time !== undefined && time < best.time) best = { place, time }
  }
  return best
}
