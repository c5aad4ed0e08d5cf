import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { HallWindow } from './hall-window.ts'
import { type Hall, isPromoted, mayCall, topicsWithMain } from './order.ts'
import { type Random, type ServiceDraw, serviceDrawOf, type TopicTimes } from './service-time.ts'
import type { Ticket } from './ticket.ts'

const MINUTE_MS = 60_000
const RESIDUAL_TRIES = 12
const RESIDUAL_MINUTES = 2

/** A queue made ready to be rolled forward many times: whatever does not change between draws. */
export interface Roll {
  readonly posts: readonly Post[]
  readonly services: readonly ServiceDraw[]
  readonly weights: readonly number[]
}

interface Post {
  /** Per ticket in call order: from when, in ms, it is of tier 1 here; null when it is not called here. */
  readonly firstTierFrom: readonly (number | null)[]
  /** Draws the minutes until the window is free again. */
  readonly residual: ServiceDraw
}

/** Prepares tickets in call order, the asked one last, at the open windows of the hall (Q60). */
export function rollOf(
  tickets: readonly Ticket[],
  hall: Hall,
  timesOf: (topic: TopicKey) => TopicTimes,
): Roll {
  const drawOf = drawsByTopic(timesOf)
  const hasMain = topicsWithMain(hall.windows)
  return {
    posts: hall.windows.map((window) => ({
      firstTierFrom: tickets.map((ticket) => firstTierFrom(window, ticket, hasMain, hall)),
      residual: residualOf(window, hall, drawOf),
    })),
    services: tickets.map((ticket) => drawOf(ticket.topic)),
    weights: tickets.map((ticket) => ticket.weight),
  }
}

/** One run: the minutes until the last ticket of the roll is called (Q60). */
export function drawWait(roll: Roll, nowMs: number, random: Random): number {
  const taken = new Uint8Array(roll.services.length)
  const freeAt = roll.posts.map((post) => nowMs + post.residual(random) * MINUTE_MS)
  let front = 0
  for (;;) {
    const at = earliest(freeAt)
    const post = roll.posts[at]
    const time = freeAt[at]
    if (post === undefined || time === undefined || time === Number.POSITIVE_INFINITY)
      return Number.POSITIVE_INFINITY
    while (taken[front] === 1) front += 1
    const next = nextAt(post, taken, { front, time })
    if (next === roll.services.length - 1) return (time - nowMs) / MINUTE_MS
    if (next === -1) {
      // Nobody is left for this window, and in a run nobody new comes.
      freeAt[at] = Number.POSITIVE_INFINITY
      continue
    }
    taken[next] = 1
    freeAt[at] = time + serviceMinutes(roll, next, random) * MINUTE_MS
  }
}

function firstTierFrom(
  window: HallWindow,
  ticket: Ticket,
  hasMain: ReadonlySet<string>,
  hall: Hall,
): number | null {
  if (!mayCall(window, ticket)) return null
  if (ticket.directedWindow !== null || window.services.get(ticket.topic) === 'main') return 0
  if (!hasMain.has(ticket.topic) || isPromoted(ticket, toMs(hall.now), hall.settings)) return 0
  return ticket.baseTime + hall.settings.promoteAfterMs
}

// Everybody before `front` is taken already; without it a long line would be walked from its head at each call.
function nextAt(post: Post, taken: Uint8Array, { front, time }: { front: number; time: number }): number {
  let helped = -1
  for (let index = front; index < taken.length; index += 1) {
    const from = post.firstTierFrom[index] ?? null
    if (taken[index] === 1 || from === null) continue
    if (from <= time) return index
    if (helped === -1) helped = index
  }
  return helped
}

function earliest(freeAt: readonly number[]): number {
  let best = 0
  for (let index = 1; index < freeAt.length; index += 1) {
    if ((freeAt[index] ?? 0) < (freeAt[best] ?? 0)) best = index
  }
  return best
}

// A batch is one call and that many services (Q9).
function serviceMinutes(roll: Roll, index: number, random: Random): number {
  const draw = roll.services[index]
  let minutes = 0
  for (let count = roll.weights[index] ?? 1; draw !== undefined && count > 0; count -= 1)
    minutes += draw(random)
  return minutes
}

// The person at the window has been there for a while: only draws longer than that are possible (Q60).
function residualOf(window: HallWindow, hall: Hall, drawOf: (topic: TopicKey) => ServiceDraw): ServiceDraw {
  const { occupant } = window
  if (occupant === null) return () => 0
  const draw = drawOf(occupant.topic)
  const elapsed = occupant.startedAt === null ? 0 : (toMs(hall.now) - toMs(occupant.startedAt)) / MINUTE_MS
  return (random) => {
    for (let tries = 0; tries < RESIDUAL_TRIES; tries += 1) {
      const minutes = draw(random)
      if (minutes > elapsed) return minutes - elapsed
    }
    return RESIDUAL_MINUTES
  }
}

function drawsByTopic(timesOf: (topic: TopicKey) => TopicTimes): (topic: TopicKey) => ServiceDraw {
  const known = new Map<TopicKey, ServiceDraw>()
  return (topic) => {
    const draw = known.get(topic) ?? serviceDrawOf(timesOf(topic))
    known.set(topic, draw)
    return draw
  }
}
