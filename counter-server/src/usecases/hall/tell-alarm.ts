import type { Deps } from '../deps.ts'
import type { WaitEstimator } from './wait.ts'

/**
 * Tells the supervisor's board when time alone has made the hall too full, or calm again: no event marks that minute (Q43).
 * As long as the alarm stays as it was told nothing is written.
 */
export function createAlarmTeller({
  store,
  wait,
}: Pick<Deps, 'store'> & { readonly wait: WaitEstimator }): () => Promise<void> {
  let told = JSON.stringify(null)

  return async () => {
    const alarm = JSON.stringify(store.read((tx) => wait.alarm(tx)))
    if (alarm === told) return
    await store.write((tx) => tx.tell({ kind: 'figures_changed' }))
    told = alarm
  }
}
