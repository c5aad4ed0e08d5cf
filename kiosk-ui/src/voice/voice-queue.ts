import type { Announcement } from '@counter/shared/contract/hall'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Word } from './hall-words.ts'
import { type Sentence, sentenceOf } from './sentence.ts'

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

/** What is being said, a call or a word beside the calls, and when it is given up without an end event. */
export interface Speaking {
  readonly entry: Waiting | Word
  readonly sentence: Sentence
  readonly giveUpAtMs: number
}

/** The one FIFO of the hall's voice (U27, Q55). */
export interface VoiceQueue {
  readonly waiting: readonly Waiting[]
  /** Said when no call waits. */
  readonly words: readonly Word[]
  readonly speaking: Speaking | null
  readonly quietUntilMs: number
  /** Calls that were taken in, so that a snapshot does not say them again. */
  readonly taken: readonly string[]
}

export const QUIET: VoiceQueue = { waiting: [], words: [], speaking: null, quietUntilMs: 0, taken: [] }

/**
 * Takes in the calls of the hall that are new and unsaid. A recall takes the place of its unspoken predecessor; out of a
 * snapshot only calls of the last 30 s are said (Q56).
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
  const said = fresh.filter((call) => !call.isSpoken && ageMs(call, now) <= limitMs)
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

/** Words beside the calls, each name once at a time; the latest of a name counts (VO7 to VO9). */
export function withWords(queue: VoiceQueue, words: readonly Word[]): VoiceQueue {
  if (words.length === 0) return queue
  const names = new Set(words.map(({ name }) => name))
  return { ...queue, words: [...queue.words.filter(({ name }) => !names.has(name)), ...words].slice(-CROWD) }
}

/** What another wall speaks, this one does not: calls that were said, and from the take-over on those of the last 30 s (Q54). */
export function asListener(queue: VoiceQueue, calls: readonly Announcement[], now: Instant): VoiceQueue {
  const said = new Set(calls.filter(({ isSpoken }) => isSpoken).map(nameOf))
  const waiting = queue.waiting.filter(
    ({ call, time }) => time === 1 && !said.has(nameOf(call)) && ageMs(call, now) <= RECONNECT_MS,
  )
  return { ...queue, waiting, words: queue.words.filter(({ name }) => name === 'sound-test') }
}

/** Begins the next saying when the voice is free and the gap of 1.2 s is over; else the queue as it was. Only the speaking wall may call. */
export function startNext(
  queue: VoiceQueue,
  lengthMs: (sentence: Sentence) => number,
  steadyMs: number,
  mayCall = true,
): VoiceQueue {
  const entry = (mayCall ? queue.waiting[0] : undefined) ?? queue.words[0]
  if (queue.speaking !== null || entry === undefined || steadyMs < queue.quietUntilMs) return queue
  const sentence = 'call' in entry ? sentenceOf(entry.call) : entry.sentence
  const giveUpAtMs = steadyMs + Math.min(lengthMs(sentence) + WATCHDOG_MS, LONGEST_MS)
  const speaking = { entry, sentence, giveUpAtMs }
  return 'call' in entry
    ? { ...queue, waiting: queue.waiting.slice(1), speaking }
    : { ...queue, words: queue.words.slice(1), speaking }
}

/** The saying has ended, or its time is up: the gap begins, and a call goes to the front to be said again (Q55). */
export function endSaying(queue: VoiceQueue, steadyMs: number): VoiceQueue {
  if (queue.speaking === null) return queue
  const { entry } = queue.speaking
  const quiet = { ...queue, speaking: null, quietUntilMs: steadyMs + GAP_MS }
  if (!('call' in entry)) return quiet
  const { call, time } = entry
  const isRecalled = queue.waiting.some((other) => other.call.number === call.number)
  const again =
    time < timesToSay(call, queue.waiting.length + 1) && !isRecalled ? [{ call, time: 2 } as const] : []
  return { ...quiet, waiting: [...again, ...queue.waiting] }
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
