import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { Refusal } from '../refusal.ts'
import type { HallWindow } from './hall-window.ts'
import type { Ticket } from './ticket.ts'

export type Services = ReadonlyMap<TopicKey, WindowService>

/**
 * What a window serves from the next call on. A topic that loses its last window is refused `topic.last_window` with the
 * people waiting for it, until that is confirmed (Q21).
 */
export function changeServices(
  window: HallWindow,
  services: Services,
  hall: { readonly windows: readonly HallWindow[]; readonly waiting: readonly Ticket[] },
  isConfirmed: boolean,
): Services {
  const others = hall.windows.filter((each) => each.window !== window.window)
  for (const topic of window.services.keys()) {
    if (services.has(topic) || others.some((other) => other.services.has(topic))) continue
    const n = hall.waiting.filter((ticket) => ticket.topic === topic).length
    if (!isConfirmed) throw new Refusal('topic.last_window', { topic, n })
  }
  return services
}
