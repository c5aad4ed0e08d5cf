import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Outlook } from './outlook.ts'
import { normalOf, type Random, type ServiceDraw, serviceDrawOf } from './service-time.ts'

const DEFAULT_MEAN_MINUTES = 8
const MISS_MINUTES = 1

/** What is left to chance when a line is rolled forward: how long things take and who does not come. */
export interface Chance {
  readonly random: Random
  readonly drawOf: (topic: TopicKey) => ServiceDraw
  readonly missShare: number
  readonly walkMinutes: number
  readonly turnMinutes: number
  readonly returnShare: number
  /** Draws how a window fares today beside the usual. */
  readonly pace: () => number
}

export interface Visit {
  readonly topic: TopicKey
  readonly weight: number
}

/** A visit with its source of service times at hand: it is drawn hundreds of times (Q65). */
export interface TimedVisit {
  readonly draw: ServiceDraw
  readonly weight: number
}

export function timedVisit({ drawOf }: Chance, { topic, weight }: Visit): TimedVisit {
  return { draw: drawOf(topic), weight }
}

export function chanceOf(
  { byTopic, missShare, walkMinutes, turnMinutes, returnShare, paceSpread }: Outlook,
  random: Random,
): Chance {
  const known = new Map<TopicKey, ServiceDraw>()
  return {
    random,
    missShare,
    walkMinutes,
    turnMinutes,
    returnShare,
    pace: () => Math.exp(paceSpread * normalOf(random) - paceSpread ** 2 / 2),
    drawOf(topic) {
      const found = known.get(topic)
      if (found !== undefined) return found
      const times = byTopic.get(topic) ?? { configuredMean: DEFAULT_MEAN_MINUTES, observed: [] }
      const draw = serviceDrawOf(times)
      known.set(topic, draw)
      return draw
    },
  }
}

/**
 * Minutes until a window calls again after one call: the way, as many services as the ticket has and the turn to the next
 * one; or a miss, after which some come back to the line and take their time all the same (Q9, Q28, Q60).
 */
export function busyMinutes(chance: Chance, visit: TimedVisit): number {
  const { random, missShare, returnShare, walkMinutes } = chance
  if (random() >= missShare) return walkMinutes + visitMinutes(chance, visit)
  return random() < returnShare ? MISS_MINUTES + walkMinutes + visitMinutes(chance, visit) : MISS_MINUTES
}

function visitMinutes({ random, turnMinutes }: Chance, visit: TimedVisit): number {
  return serviceMinutes(random, visit) + turnMinutes
}

/** A batch is one call and that many services (Q9). */
export function serviceMinutes(random: Random, { draw, weight }: TimedVisit): number {
  let minutes = 0
  for (let count = weight; count > 0; count -= 1) minutes += draw(random)
  return minutes
}
