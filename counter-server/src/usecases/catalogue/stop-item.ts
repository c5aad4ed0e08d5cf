import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { requireReason } from '../../domain/queue/act.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findItemVersions, insertItemStop } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import { type ItemFacts, readItem } from './read-catalogue.ts'

export interface StopItem {
  readonly origin: Origin
  readonly code: ItemCode
  readonly on: PlainDate
  readonly reason: string
}

/**
 * From a day on the item takes no new case; open ones finish under their version (C108). Refuses `item.not_found`,
 * `item.already_stopped`, `item.effective_too_early`, `reason.required`.
 */
export function stopItem(deps: Deps, { origin, code, on, reason }: StopItem): Promise<ItemFacts> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'item.stop', subject: code, content: { code, on, reason } }, () => {
      const [newest] = findItemVersions(tx, code, 1)
      if (newest === undefined) throw new Refusal('item.not_found')
      if (newest.stoppedOn !== null) throw new Refusal('item.already_stopped')
      const today = civilDate(tx.at)
      if (on < today) throw new Refusal('item.effective_too_early', { d: today })
      const why = requireReason(reason)
      const { version } = newest
      insertItemStop(tx, {
        code,
        version,
        stoppedOn: on,
        reason: why,
        stoppedBy: origin.actor,
        stoppedAt: tx.at,
      })
      tx.record({ type: 'item.stopped', subject: `item:${code}`, version, origin, data: { on, reason: why } })
      tx.tell({ kind: 'settings_changed' })
      return readItem(tx, code)
    }),
  )
}
