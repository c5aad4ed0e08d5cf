import type { Deps } from '../deps.ts'
import { isHallOpen } from './opening-hours.ts'

/**
 * Tells the public screens when the hall has opened or closed since it was last asked: no event marks the hour, and a
 * kiosk that waits for one would stay closed (Q42, QT19).
 */
export function createOpeningTeller({ store }: Pick<Deps, 'store'>): () => Promise<void> {
  let wasOpen = store.read(isHallOpen)

  return async () => {
    const isOpen = store.read(isHallOpen)
    if (isOpen === wasOpen) return
    await store.write((tx) => tx.tell({ kind: 'intake_changed' }))
    wasOpen = isOpen
  }
}
