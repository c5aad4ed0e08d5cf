import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { busyMinutes, type Chance, chanceOf, type TimedVisit, timedVisit } from './chance.ts'
import { type Comer, laterComersOf } from './later-comers.ts'
import type { RollScene } from './outlook.ts'
import { type Post, postsOf, whenOpen } from './posts.ts'
import type { Random } from './service-time.ts'

const MINUTE_MS = 60_000
const NOBODY = -1

/**
 * A queue rolled forward many times. Per draw and window, in ms since 1970: when the window first has nobody of its first
 * tier left, and when nobody at all. Whoever comes last in the order is called at the first of these times at a window
 * that serves him, because nothing that he does comes before it.
 */
export interface Rolled {
  readonly nowMs: number
  readonly draws: number
  readonly posts: readonly Post[]
  readonly chance: Chance
  readonly firstTierEnds: Float64Array
  readonly ends: Float64Array
}

/** Rolls the line forward at the windows that are open or pause with an end (Q60). */
export function rollLine(scene: RollScene, draws: number, random: Random): Rolled {
  const { hall, outlook } = scene
  const chance = chanceOf(outlook, random)
  const posts = postsOf(scene, chance)
  const size = draws * posts.length
  const rolled = {
    nowMs: toMs(hall.now),
    draws,
    posts,
    chance,
    firstTierEnds: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    ends: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
  }
  const run = runOf(scene, rolled)
  for (let draw = 0; draw < draws; draw += 1) run(draw)
  return rolled
}

// Whatever a draw changes and whatever it only reads lies in plain arrays made once: this runs ten thousand times for one
// estimate (Q65).
function runOf(scene: RollScene, rolled: Rolled): (draw: number) => void {
  const { before } = scene
  const { posts, chance, nowMs, firstTierEnds, ends } = rolled
  const later = laterComersOf(scene)
  const keys = Float64Array.from(before, ({ callKey }) => callKey)
  const visits = before.map((ticket) => timedVisit(chance, ticket))
  const comerVisits = later.topics.map((topic) => timedVisit(chance, { topic, weight: 1 }))
  const comerRanks = posts.map(({ rankOf }) => later.topics.map(rankOf))
  const taken = new Uint8Array(before.length)
  const heads = new Int32Array(posts.length)
  const freeAt = new Float64Array(posts.length)
  const paces = new Float64Array(posts.length)
  let comers: Comer[] = []

  // The first of a tier in call order; a later comer stands where its key says, once it is there (Q14, Q15).
  function take(tier: WindowService, at: number, time: number): TimedVisit | null {
    const place = firstWaiting(tier, at, time)
    const comerAt = firstComer(tier, at, time)
    const comer = comerAt === NOBODY ? undefined : comers[comerAt]
    if (comer !== undefined && (place === NOBODY || comer.keyMs < (keys[place] ?? 0))) {
      comers.splice(comerAt, 1)
      return comerVisits[comer.topicAt] ?? null
    }
    if (place === NOBODY) return null
    taken[place] = 1
    return visits[place] ?? null
  }

  // The second tier is asked for when the first has nobody left, so whoever waits then is of the second.
  function firstWaiting(tier: WindowService, at: number, time: number): number {
    const { line, firstTierFrom } = posts[at] as Post
    for (let index = headOf(at, line); index < line.length; index += 1) {
      const place = line[index] ?? 0
      if (taken[place] === 0 && (tier === 'helps' || (firstTierFrom[index] ?? 0) <= time)) return place
    }
    return NOBODY
  }

  // Everybody before a post's head is taken already; without it a long line would be walked from its start at each call.
  function headOf(at: number, line: Int32Array): number {
    let head = heads[at] ?? 0
    while (head < line.length && taken[line[head] ?? 0] === 1) head += 1
    heads[at] = head
    return head
  }

  function firstComer(tier: WindowService, at: number, time: number): number {
    const ranks = comerRanks[at] ?? []
    for (let index = 0; index < comers.length; index += 1) {
      const { fromMs, topicAt } = comers[index] as Comer
      if (fromMs <= time && ranks[topicAt] === tier) return index
    }
    return NOBODY
  }

  function nextComing(at: number, time: number): number {
    const ranks = comerRanks[at] ?? []
    let next = Number.POSITIVE_INFINITY
    for (const { fromMs, topicAt } of comers)
      if (fromMs > time && fromMs < next && ranks[topicAt] !== null) next = fromMs
    return next
  }

  // The window that is free first calls, or stands still until the next one comes that it serves. Gives 1 when it has
  // nobody left for the first time, else 0.
  function step(at: number, end: number): 0 | 1 {
    const time = freeAt[at] as number
    const first = take('main', at, time)
    if (first === null) firstTierEnds[end] = Math.min(firstTierEnds[end] ?? time, time)
    const called = first ?? take('helps', at, time)
    const next =
      called === null
        ? nextComing(at, time)
        : time + busyMinutes(chance, called) * (paces[at] ?? 1) * MINUTE_MS
    freeAt[at] = whenOpen(posts[at] as Post, next)
    if (called !== null || (ends[end] ?? 0) <= time) return 0
    ends[end] = time
    return 1
  }

  return (draw) => {
    taken.fill(0)
    heads.fill(0)
    for (const [index, post] of posts.entries()) {
      paces[index] = chance.pace()
      freeAt[index] = whenOpen(post, nowMs + post.busyMinutes() * MINUTE_MS)
    }
    comers = later.draw(chance.random)
    for (let left = posts.length; left > 0; ) {
      const at = earliest(freeAt)
      left -= step(at, draw * posts.length + at)
    }
  }
}

function earliest(freeAt: Float64Array): number {
  let best = 0
  for (let index = 1; index < freeAt.length; index += 1)
    if ((freeAt[index] ?? 0) < (freeAt[best] ?? 0)) best = index
  return best
}
