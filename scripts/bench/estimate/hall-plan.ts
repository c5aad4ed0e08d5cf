import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { type Random, randomOf } from '../../../counter-server/src/domain/queue/service-time.ts'

/** Minutes since midnight between which the hall serves. */
export const SESSIONS = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 14 * 60, to: 17 * 60 + 30 },
] as const

/** A matter as it really is in one hall; the estimate knows only the configured minutes and what it sees. */
export interface Matter {
  readonly topic: TopicKey
  readonly configuredMinutes: number
  readonly trueMinutes: number
  /** Spread over mean of its lengths. */
  readonly cv: number
  /** How many of all who come, come for it. */
  readonly share: number
}

/** One hall with its people and habits; days are drawn from it. */
export interface HallPlan {
  readonly name: string
  readonly windows: number
  readonly priorityShare: number
  readonly matters: readonly Matter[]
  /** Per window, what it serves. */
  readonly services: readonly ReadonlyMap<TopicKey, WindowService>[]
  /** Of those who come, the share that does not answer the call. */
  readonly absentShare: number
  /** Work that comes in, measured by what the windows can do. */
  readonly load: number
}

const WINDOWS = [2, 3, 4, 5, 6]
const PRIORITY = [0.15, 0.4]
const MATTERS = [
  { topic: 'relief' as TopicKey, configuredMinutes: 12, share: 0.3 },
  { topic: 'social' as TopicKey, configuredMinutes: 8, share: 0.35 },
  { topic: 'farm' as TopicKey, configuredMinutes: 6, share: 0.2 },
  { topic: 'unsure' as TopicKey, configuredMinutes: 8, share: 0.15 },
]

/** Ten halls: two to six windows, each with few and with many priority numbers. The same seed gives the same halls. */
export function hallsOf(seed: string): HallPlan[] {
  return WINDOWS.flatMap((windows) =>
    PRIORITY.map((priorityShare) =>
      hallOf(windows, priorityShare, randomOf(`${seed}/${windows}/${priorityShare}`)),
    ),
  )
}

function hallOf(windows: number, priorityShare: number, random: Random): HallPlan {
  return {
    name: `${windows} windows, ${Math.round(priorityShare * 100)}% priority`,
    windows,
    priorityShare,
    matters: MATTERS.map((matter) => ({
      ...matter,
      trueMinutes: matter.configuredMinutes * between(0.7, 1.2, random),
      cv: between(0.55, 0.85, random),
    })),
    services: Array.from({ length: windows }, (_, window) => servicesOf(window, windows)),
    absentShare: between(0.04, 0.1, random),
    load: between(0.7, 0.86, random),
  }
}

// In a hall of four and more every other window has two matters of its own and helps with the others.
function servicesOf(window: number, windows: number): ReadonlyMap<TopicKey, WindowService> {
  const isSpecial = windows >= 4 && window % 2 === 1
  const first = ((window - 1) / 2) % 2 === 0 ? ['relief', 'farm'] : ['social', 'unsure']
  return new Map(MATTERS.map(({ topic }) => [topic, isSpecial && !first.includes(topic) ? 'helps' : 'main']))
}

export function between(low: number, high: number, random: Random): number {
  return low + (high - low) * random()
}
