import { toMs } from '@counter/shared/vocabulary/plain-date'
import { busyMinutes, type Chance, chanceOf, type Visit } from './chance.ts'
import { type Comer, laterComers } from './later-comers.ts'
import type { RollScene } from './outlook.ts'
import { type Post, postsOf, whenOpen } from './posts.ts'
import type { Random } from './service-time.ts'
import type { Ticket } from './ticket.ts'

const MINUTE_MS = 60_000

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

function runOf(scene: RollScene, rolled: Rolled): (draw: number) => void {
  const { before } = scene
  const { posts, chance, nowMs } = rolled
  const taken = new Uint8Array(before.length)
  const heads = new Int32Array(posts.length)
  const freeAt = new Float64Array(posts.length)
  const paces = new Float64Array(posts.length)
  return (draw) => {
    taken.fill(0)
    heads.fill(0)
    for (const [index, post] of posts.entries()) {
      paces[index] = chance.pace()
      freeAt[index] = whenOpen(post, nowMs + post.busyMinutes() * MINUTE_MS)
    }
    const comers = laterComers(scene, chance.random)
    for (let left = posts.length; left > 0; ) {
      const at = earliest(freeAt)
      const post = posts[at] as Post
      const time = freeAt[at] as number
      const choice = choose(post, { taken, heads, at, time, before, comers })
      left -= noteEnds(rolled, draw * posts.length + at, time, choice)
      freeAt[at] = whenOpen(post, freeAgain(post, choice, { time, comers, chance, pace: paces[at] ?? 1 }))
    }
  }
}

interface Afterwards {
  readonly time: number
  readonly comers: readonly Comer[]
  readonly chance: Chance
  readonly pace: number
}

// A window without anybody stands still until the next one comes that it serves.
function freeAgain(post: Post, { called }: Choice, { time, comers, chance, pace }: Afterwards): number {
  if (called === null) return nextComing(post, comers, time)
  return time + busyMinutes(chance, called) * pace * MINUTE_MS
}

// 1 when a window has nobody left for the first time, else 0.
function noteEnds(rolled: Rolled, place: number, time: number, { called, isFirstTier }: Choice): 0 | 1 {
  const { firstTierEnds, ends } = rolled
  if (!isFirstTier) firstTierEnds[place] = Math.min(firstTierEnds[place] ?? time, time)
  if (called !== null || (ends[place] ?? 0) <= time) return 0
  ends[place] = time
  return 1
}

interface Moment {
  readonly taken: Uint8Array
  readonly heads: Int32Array
  readonly at: number
  readonly time: number
  readonly before: readonly Ticket[]
  readonly comers: Comer[]
}

interface Choice {
  readonly called: Visit | null
  readonly isFirstTier: boolean
}

// First tier before second, each in call order; a later comer stands where its key says, once it is there (Q14, Q15).
function choose(post: Post, moment: Moment): Choice {
  const { taken, before, comers, time } = moment
  const waiting = firstWaiting(post, moment)
  const comer = firstComer(post, comers, time)
  const ticket = waiting === null ? undefined : before[waiting.place]
  const isComer =
    comer !== null &&
    (waiting === null ||
      ticket === undefined ||
      (comer.isFirstTier === waiting.isFirstTier ? comer.comer.keyMs < ticket.callKey : comer.isFirstTier))
  if (isComer) {
    comers.splice(comers.indexOf(comer.comer), 1)
    return { called: comer.comer, isFirstTier: comer.isFirstTier }
  }
  if (waiting === null || ticket === undefined) return { called: null, isFirstTier: false }
  taken[waiting.place] = 1
  return { called: ticket, isFirstTier: waiting.isFirstTier }
}

// Everybody before a post's head is taken already; without it a long line would be walked from its start at each call.
function firstWaiting(post: Post, { taken, heads, at, time }: Moment) {
  const { line, firstTierFrom } = post
  let index = heads[at] ?? 0
  while (index < line.length && taken[line[index] ?? 0] === 1) index += 1
  heads[at] = index
  let helped: number | null = null
  for (; index < line.length; index += 1) {
    const place = line[index] ?? 0
    if (taken[place] === 1) continue
    if ((firstTierFrom[index] ?? 0) <= time) return { place, isFirstTier: true }
    helped ??= place
  }
  return helped === null ? null : { place: helped, isFirstTier: false }
}

function firstComer(post: Post, comers: readonly Comer[], time: number) {
  let helped: Comer | null = null
  for (const comer of comers) {
    if (comer.fromMs > time) continue
    const rank = post.rankOf(comer.topic)
    if (rank === 'main') return { comer, isFirstTier: true }
    if (rank === 'helps') helped ??= comer
  }
  return helped === null ? null : { comer: helped, isFirstTier: false }
}

function nextComing(post: Post, comers: readonly Comer[], time: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const { fromMs, topic } of comers)
    if (fromMs > time && fromMs < next && post.rankOf(topic) !== null) next = fromMs
  return next
}

function earliest(freeAt: Float64Array): number {
  let best = 0
  for (let index = 1; index < freeAt.length; index += 1)
    if ((freeAt[index] ?? 0) < (freeAt[best] ?? 0)) best = index
  return best
}
