import type { Announcement } from '@counter/shared/contract/hall'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'

// The pace is kept by the machine's steady clock (`steadyMs`), the age of a call by the server's (`now`).
const GAP_MS = 1_200
const EXPIRY_MS = 90_000
const RECONNECT_MS = 30_000
const WATCHDOG_MS = 2_000
const LONGEST_MS = 12_000
const CROWD = 3
const REMEMBERED = 200

/** A call in the line: said for the first time, or again. */
export interface Waiting {
  readonly call: Announcement
  readonly time: 1 | 2
}

/** What is being said, and when it is given up without an end event. */
export interface Speaking extends Waiting {
  readonly giveUpAtMs: number
}

/** The one FIFO of the hall's voice (U27, Q55). */
export interface VoiceQueue {
  readonly waiting: readonly Waiting[]
  readonly speaking: Speaking | null
  readonly quietUntilMs: number
  /** Calls that were taken in, so that a snapshot does not say them again. */
  readonly taken: readonly string[]
}

export const QUIET: VoiceQueue = { waiting: [], speaking: null, quietUntilMs: 0, taken: [] }

/**
 * Takes in the calls of the hall that are new. A recall takes the place of its unspoken predecessor; out of a snapshot
 * only calls of the last 30 s are said (Q56).
 */
export function takeIn(
  queue: VoiceQueue,
  calls: readonly Announcement[],
  { now, isSnapshot }: { now: Instant; isSnapshot: boolean },
): VoiceQueue {
  const taken = new Set(queue.taken)
  const fresh = calls.filter((call) => !taken.has(nameOf(call)))
  if (fresh.length === 0) return queue
  const limitMs = isSnapshot ? RECONNECT_MS : EXPIRY_MS
  const said = fresh.filter((call) => ageMs(call, now) <= limitMs)
  return {
    ...queue,
    waiting: said.reduce(merged, queue.waiting),
    taken: [...queue.taken, ...fresh.map(nameOf)].slice(-REMEMBERED),
  }
}

/** Drops what no longer stands (undone, started, missed) or is 90 s old; what is being said is said to its end (Q56, U27). */
export function withoutFallen(
  queue: VoiceQueue,
  stands: (call: Announcement) => boolean,
  now: Instant,
): VoiceQueue {
  const waiting = queue.waiting.filter(({ call }) => stands(call) && ageMs(call, now) < EXPIRY_MS)
  return waiting.length === queue.waiting.length ? queue : { ...queue, waiting }
}

/** Begins the next saying when the voice is free and the gap of 1.2 s is over; else the queue as it was. */
export function startNext(
  queue: VoiceQueue,
  lengthMs: (call: Announcement) => number,
  steadyMs: number,
): VoiceQueue {
  const next = queue.waiting[0]
  if (queue.speaking !== null || next === undefined || steadyMs < queue.quietUntilMs) return queue
  const giveUpAtMs = steadyMs + Math.min(lengthMs(next.call) + WATCHDOG_MS, LONGEST_MS)
  return { ...queue, waiting: queue.waiting.slice(1), speaking: { ...next, giveUpAtMs } }
}

/** The saying has ended, or its time is up: the gap begins, and a call goes to the front to be said again (Q55). */
export function endSaying(queue: VoiceQueue, steadyMs: number): VoiceQueue {
  if (queue.speaking === null) return queue
  const { call, time } = queue.speaking
  const isRecalled = queue.waiting.some((other) => other.call.number === call.number)
  const again =
    time < timesToSay(call, queue.waiting.length + 1) && !isRecalled ? [{ call, time: 2 } as const] : []
  return { ...queue, waiting: [...again, ...queue.waiting], speaking: null, quietUntilMs: steadyMs + GAP_MS }
}

/** True when the end event of a saying never came: clip length + 2 s, at most 12 s (Q55). */
export function isStuck({ speaking }: VoiceQueue, steadyMs: number): boolean {
  return speaking !== null && steadyMs >= speaking.giveUpAtMs
}

/** A call is said twice, once while three or more wait; a recall once (Q55). */
function timesToSay({ kind }: Announcement, queued: number): 1 | 2 {
  return kind === 'recall' || queued >= CROWD ? 1 : 2
}

function merged(waiting: readonly Waiting[], call: Announcement): readonly Waiting[] {
  const place = waiting.findIndex((known) => known.call.number === call.number)
  const entry = { call, time: 1 } as const
  return place === -1 ? [...waiting, entry] : waiting.map((known, index) => (index === place ? entry : known))
}

// A restored store may count anew, so the moment belongs to the name.
function nameOf({ seq, at }: Announcement): string {
  return `${seq}@${at}`
}

function ageMs({ at }: Announcement, now: Instant): number {
  return toMs(now) - toMs(at)
}
