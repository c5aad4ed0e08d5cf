import type { WindowPlan } from '@counter/shared/contract/window-plan'
import type { WindowPlanFacts } from '../usecases/hall/window-plan.ts'

export function toWindowPlan({ windows, topics, sessions }: WindowPlanFacts): WindowPlan {
  return {
    windows: windows.map(({ window, name, retiredAt, now, bound, services }) => ({
      window,
      name,
      retiredAt,
      state: now?.state ?? 'closed',
      clerk: now?.clerkName ?? null,
      openedAt: now?.duty?.openedAt ?? null,
      takenOver: now?.takenOver ?? null,
      current: now?.occupant?.number ?? null,
      bound,
      services: services.map(({ topic, rank }) => ({ topic, rank })),
    })),
    topics: topics.map(({ topic, unitName, prefix, lineName, waiting }) => ({
      topic,
      unitName,
      prefix,
      lineName,
      waiting,
    })),
    sessions: sessions.map(([from, until]) => [from, until]),
  }
}
