import type { TopicKey } from '@counter/shared/vocabulary/ids'
import type { WindowService } from '@counter/shared/vocabulary/ticket'
import { changeServices } from '../../domain/queue/services.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics, saveServices } from '../../store/hall.ts'
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
        const known = new Set(findTopics(tx).map(({ topic }) => topic))
        if (services.some(({ topic }) => !known.has(topic))) throw new Refusal('topic.not_found')
        const hall = readHallNow(deps, tx)
        const wanted = new Map(services.map(({ topic, rank }) => [topic, rank]))
        saveServices(tx, window, changeServices(requireWindow(hall, window), wanted, hall, isConfirmed))
        tx.record({
          type: 'window.services_changed',
          subject: `window:${window}`,
          version: 1,
          origin,
          data: { services, reason },
        })
        tx.tell({ kind: 'window_changed', window })
        return deskResult(tx, null, window)
      },
    ),
  )
}
