import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { normalOf, type Random } from '../../../counter-server/src/domain/queue/service-time.ts'
import { between, type HallPlan, type Matter, SESSIONS } from './hall-plan.ts'

/** What comes in per hour beside the mean of the day: a high morning, a thin noon, a lower afternoon. */
const HOURS = [
  { from: 8 * 60 + 30, to: 9 * 60, weight: 0.95 },
  { from: 9 * 60, to: 10 * 60 + 30, weight: 1.3 },
  { from: 10 * 60 + 30, to: 11 * 60 + 40, weight: 0.9 },
  { from: 11 * 60 + 40, to: 12 * 60, weight: 0.5 },
  { from: 12 * 60, to: 14 * 60, weight: 0.06 },
  { from: 14 * 60, to: 14 * 60 + 30, weight: 1.05 },
  { from: 14 * 60 + 30, to: 16 * 60, weight: 1.1 },
  { from: 16 * 60, to: 17 * 60 + 10, weight: 0.65 },
] as const
const MINUTES_OF_WORK = 420
const WALK = { from: 0.3, to: 0.9 }

/** Somebody who comes, with everything about the visit that nobody knows yet. */
export interface Visitor {
  readonly minute: number
  readonly topic: TopicKey
  readonly isPriority: boolean
  readonly serviceMinutes: number
  readonly walkMinutes: number
  readonly isAbsent: boolean
  /** When one who missed the call comes back, minutes later; null: never. */
  readonly backAfter: number | null
}

/** A clerk's short pause, told with its end when it begins. */
export interface Pause {
  readonly minute: number
  readonly minutes: number
}

export interface DayPlan {
  readonly visitors: readonly Visitor[]
  /** Per window: how much slower or faster than usual its clerk is that day, and its pauses. */
  readonly pace: readonly number[]
  readonly pauses: readonly (readonly Pause[])[]
}

/** Draws one day of a hall. */
export function dayOf(plan: HallPlan, random: Random): DayPlan {
  const windows = Array.from({ length: plan.windows })
  return {
    visitors: visitorsOf(plan, random).toSorted((a, b) => a.minute - b.minute),
    pace: windows.map(() => Math.exp(normalOf(random) * 0.12)),
    pauses: windows.map(() =>
      SESSIONS.flatMap(({ from, to }) =>
        random() < 0.5
          ? [{ minute: between(from + 45, to - 45, random), minutes: between(6, 14, random) }]
          : [],
      ),
    ),
  }
}

function visitorsOf(plan: HallPlan, random: Random): Visitor[] {
  const meanMinutes =
    plan.matters.reduce((sum, { share, trueMinutes }) => sum + share * trueMinutes, 0) +
    (WALK.from + WALK.to) / 2
  const weighted = HOURS.reduce((sum, { from, to, weight }) => sum + weight * (to - from), 0)
  const busy = plan.load * Math.exp(normalOf(random) * 0.08)
  const perMinute = (busy * plan.windows * MINUTES_OF_WORK) / meanMinutes / weighted
  return HOURS.flatMap(({ from, to, weight }) => {
    const visitors: Visitor[] = []
    const gap = () => -Math.log(1 - random()) / (perMinute * weight)
    for (let minute = from + gap(); minute < to; minute += gap())
      visitors.push(visitorOf(plan, minute, random))
    return visitors
  })
}

function visitorOf(plan: HallPlan, minute: number, random: Random): Visitor {
  const matter = pick(plan.matters, random)
  return {
    minute,
    topic: matter.topic,
    isPriority: random() < plan.priorityShare,
    serviceMinutes: lengthOf(matter, random),
    walkMinutes: between(WALK.from, WALK.to, random),
    isAbsent: random() < plan.absentShare,
    backAfter: random() < 0.4 ? between(4, 15, random) : null,
  }
}

function pick(matters: readonly Matter[], random: Random): Matter {
  let left = random()
  for (const matter of matters) {
    left -= matter.share
    if (left < 0) return matter
  }
  return matters[matters.length - 1] as Matter
}

// Most visits are short and some are very long; half a minute at least.
function lengthOf({ trueMinutes, cv }: Matter, random: Random): number {
  const variance = Math.log(1 + cv * cv)
  return Math.max(
    0.5,
    Math.exp(Math.log(trueMinutes) - variance / 2 + Math.sqrt(variance) * normalOf(random)),
  )
}
