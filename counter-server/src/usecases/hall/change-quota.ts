import type { Quota } from '../../domain/queue/quota.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findTopics } from '../../store/hall.ts'
import type { Origin } from '../../store/origin.ts'
import { findQuotas, saveQuota } from '../../store/quotas.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'

export interface ChangeQuota {
  readonly origin: Origin
  readonly at: Omit<Quota, 'most'>
  /** Null takes the quota away. */
  readonly most: number | null
}

/** An administrator bounds the numbers of a topic; it counts from the next number on (Q40). Answers with all quotas. */
export function changeQuota(deps: Deps, { origin, at, most }: ChangeQuota): Promise<Quota[]> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'quota.change', subject: at.topic, content: { ...at, most } }, () => {
      if (!findTopics(tx).some(({ topic }) => topic === at.topic)) throw new Refusal('topic.not_found')
      saveQuota(tx, at, most)
      tx.record({
        type: 'quota.changed',
        subject: `topic:${at.topic}`,
        version: 1,
        origin,
        data: { ...at, most },
      })
      return findQuotas(tx)
    }),
  )
}

/** Every quota there is. */
export function readQuotas({ store }: Pick<Deps, 'store'>): Quota[] {
  return store.read(findQuotas)
}
