import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { Refusal } from '../refusal.ts'
import type { HallWindow } from './hall-window.ts'
import type { Ticket } from './ticket.ts'

export type Services = ReadonlyMap<TopicKey, WindowService>

/**
 * What a window serves from the next call on. Topics that lose their last window are refused `topic.last_window` with the
 * people waiting for them, until that is confirmed (Q21).
 */
export function changeServices(
  window: HallWindow,
  services: Services,
  hall: { readonly windows: readonly HallWindow[]; readonly waiting: readonly Ticket[] },
  isConfirmed: boolean,
): Services {
  const others = hall.windows.filter((each) => each.window !== window.window)
  const lost = [...window.services.keys()].filter(
    (topic) => !services.has(topic) && !others.some((other) => other.services.has(topic)),
  )
  const [first] = lost
  if (first !== undefined && !isConfirmed) {
    const n = hall.waiting.filter(({ topic }) => lost.includes(topic)).length
    throw new Refusal('topic.last_window', { topic: first, n })
  }
  return services
}
