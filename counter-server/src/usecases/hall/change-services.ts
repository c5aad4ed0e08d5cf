import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { WINDOW_SERVICES, type WindowService } from '@counter/shared/vocabulary/ticket'
import { changeServices, type Services } from '../../domain/queue/services.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics, saveServices, type TopicFacts } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import { type DeskResult, deskResult } from './desk-result.ts'
import { readHallNow, requireWindow } from './hall-now.ts'

export interface ChangeServices {
  readonly origin: Origin
  readonly window: number
  readonly services: readonly { readonly topic: TopicKey; readonly rank: WindowService }[]
  readonly reason: string | null
  readonly isConfirmed: boolean
}

/** An administrator says what a window serves from its next call on (Q21). Refuses `topic.last_window`, `topic.not_found`. */
export function changeWindowServices(deps: Deps, command: ChangeServices): Promise<DeskResult> {
  const { origin, window, services, reason, isConfirmed } = command
  return deps.store.write((tx) =>
    once(
      tx,
      {
        origin,
        name: 'window.services',
        subject: String(window),
        content: { window, services, reason, isConfirmed },
      },
      () => {
        const topics = findTopics(tx)
        if (services.some(({ topic }) => !topics.some((known) => known.topic === topic)))
          throw new Refusal('topic.not_found')
        const hall = readHallNow(deps, tx)
        const wanted = new Map(services.map(({ topic, rank }) => [topic, rank]))
        const before = requireWindow(hall, window)
        saveServices(tx, window, changeServices(before, wanted, hall, isConfirmed))
        tx.record({
          type: 'window.services_changed',
          subject: `window:${window}`,
          version: 1,
          origin,
          data: { services, changes: changesOf(topics, before.services, wanted), reason },
        })
        tx.tell({ kind: 'window_changed', window })
        return deskResult(tx, null, window)
      },
    ),
  )
}

// What the trail shows: the matters of each rank, by the names on the tiles (U40).
function changesOf(topics: readonly TopicFacts[], before: Services, after: Services) {
  const named = (services: Services, rank: WindowService) =>
    topics
      .filter(({ topic }) => services.get(topic) === rank)
      .map(({ unitName }) => unitName)
      .join('、') || null
  return WINDOW_SERVICES.map((rank) => ({
    field: rank,
    from: named(before, rank),
    to: named(after, rank),
  })).filter(({ from, to }) => from !== to)
}
