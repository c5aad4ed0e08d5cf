import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { RollScene } from './outlook.ts'
import type { Random } from './service-time.ts'

const HOUR_MS = 3_600_000
/** People with an appointment are there some minutes before it (Q36, Q37). */
const EARLY_MS = 5 * 60_000

/** Somebody who is not here yet and goes before the asked place all the same. */
export interface Comer {
  readonly topic: TopicKey
  readonly weight: 1
  /** Its place in the order (Q14). */
  readonly keyMs: number
  /** From when it can be called. */
  readonly fromMs: number
}

/**
 * One draw of those still to come, in call order: booked ones by their time, and priority tickets as a Poisson process
 * with this hour's rate until the asked key, while numbers are given out (Q60).
 */
export function laterComers(scene: RollScene, random: Random): Comer[] {
  const comers = [...bookedComers(scene, random), ...priorityComers(scene, random)]
  return comers.sort((a, b) => a.keyMs - b.keyMs)
}

// Who booked stays away as often as who is called does not come.
function bookedComers({ hall, keyMs, outlook }: RollScene, random: Random): Comer[] {
  const nowMs = toMs(hall.now)
  return hall.bookings.flatMap(({ topic, at }) => {
    const atMs = toMs(at)
    if (atMs >= keyMs || random() < outlook.missShare) return []
    return [{ topic, weight: 1, keyMs: atMs, fromMs: Math.max(nowMs, atMs - EARLY_MS) }]
  })
}

function priorityComers({ hall, keyMs, outlook }: RollScene, random: Random): Comer[] {
  const nowMs = toMs(hall.now)
  const closing = outlook.sessions.at(-1)?.to
  const untilMs = closing === undefined ? keyMs : Math.min(keyMs, toMs(closing))
  const comers: Comer[] = []
  for (const { topic, perHour } of outlook.priority) {
    if (perHour <= 0) continue
    for (let atMs = nowMs + gapMs(perHour, random); atMs < untilMs; atMs += gapMs(perHour, random))
      comers.push({ topic, weight: 1, keyMs: atMs, fromMs: atMs })
  }
  return comers
}

function gapMs(perHour: number, random: Random): number {
  return (-Math.log(1 - random()) / perHour) * HOUR_MS
}
