import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { Outlook } from './outlook.ts'
import { type Random, type ServiceDraw, serviceDrawOf } from './service-time.ts'

const DEFAULT_MEAN_MINUTES = 8
const MISS_MINUTES = 1

/** What is left to chance when a line is rolled forward: how long things take and who does not come. */
export interface Chance {
  readonly random: Random
  readonly drawOf: (topic: TopicKey) => ServiceDraw
  readonly missShare: number
  readonly walkMinutes: number
}

export interface Visit {
  readonly topic: TopicKey
  readonly weight: number
}

export function chanceOf({ byTopic, missShare, walkMinutes }: Outlook, random: Random): Chance {
  const known = new Map<TopicKey, ServiceDraw>()
  return {
    random,
    missShare,
    walkMinutes,
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

/** Minutes a window is busy with one call: a miss, or the way and as many services as the ticket has (Q9, Q60). */
export function busyMinutes(chance: Chance, visit: Visit): number {
  if (chance.random() < chance.missShare) return MISS_MINUTES
  return chance.walkMinutes + serviceMinutes(chance, visit)
}

/** A batch is one call and that many services (Q9). */
export function serviceMinutes({ random, drawOf }: Chance, { topic, weight }: Visit): number {
  const draw = drawOf(topic)
  let minutes = 0
  for (let count = weight; count > 0; count -= 1) minutes += draw(random)
  return minutes
}
