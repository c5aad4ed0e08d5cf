import type { Deps } from '../deps.ts'
import { readPointAlarms } from './point-standings.ts'

/**
 * Tells the supervisor when time alone has made a point silent, or when one is heard of again: no event marks that moment (V89).
 * As long as all points stand as they were told nothing is written.
 */
export function createPointTeller({ store }: Pick<Deps, 'store'>): () => Promise<void> {
  let told: string | null = null

  return async () => {
    const now = JSON.stringify([...store.read(readPointAlarms)])
    if (now === told) return
    // At the start every screen asks for itself.
    if (told !== null) await store.write((tx) => tx.tell({ kind: 'figures_changed' }))
    told = now
  }
}
