import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { RollScene } from './outlook.ts'
import type { Random } from './service-time.ts'

const HOUR_MS = 3_600_000
/** People with an appointment are there some minutes before it (Q36, Q37). */
const EARLY_MS = 5 * 60_000

/** Somebody who is not here yet and goes before the asked place all the same. */
export interface Comer {
  /** Which of `LaterComers.topics` it comes for. */
  readonly topicAt: number
  /** Its place in the order (Q14). */
  readonly keyMs: number
  /** From when it can be called. */
  readonly fromMs: number
}

/** Who may still come before a place, made ready to be drawn many times. */
export interface LaterComers {
  readonly topics: readonly TopicKey[]
  /**
   * One draw of them in call order: booked ones by their time, and priority tickets as a Poisson process with this hour's
   * rate until the asked key, while numbers are given out (Q60).
   */
  draw(random: Random): Comer[]
}

export function laterComersOf({ hall, keyMs, outlook }: RollScene): LaterComers {
  const nowMs = toMs(hall.now)
  const closing = outlook.sessions.at(-1)?.to
  const untilMs = closing === undefined ? keyMs : Math.min(keyMs, toMs(closing))
  const topics = [
    ...new Set([...hall.bookings.map(({ topic }) => topic), ...outlook.priority.map(({ topic }) => topic)]),
  ]
  const booked = hall.bookings
    .map(({ topic, at }) => bookedComer(topics.indexOf(topic), toMs(at), nowMs))
    .filter((comer) => comer.keyMs < keyMs)
  const rates = outlook.priority
    .filter(({ perHour }) => perHour > 0)
    .map(({ topic, perHour }) => ({ topicAt: topics.indexOf(topic), perHour }))

  function draw(random: Random): Comer[] {
    // Who booked stays away as often as who is called does not come.
    const comers = booked.filter(() => random() >= outlook.missShare)
    for (const { topicAt, perHour } of rates)
      for (let atMs = nowMs + gapMs(perHour, random); atMs < untilMs; atMs += gapMs(perHour, random))
        comers.push({ topicAt, keyMs: atMs, fromMs: atMs })
    return comers.sort((a, b) => a.keyMs - b.keyMs)
  }

  return { topics, draw }
}

function bookedComer(topicAt: number, atMs: number, nowMs: number): Comer {
  return { topicAt, keyMs: atMs, fromMs: Math.max(nowMs, atMs - EARLY_MS) }
}

function gapMs(perHour: number, random: Random): number {
  return (-Math.log(1 - random()) / perHour) * HOUR_MS
}
