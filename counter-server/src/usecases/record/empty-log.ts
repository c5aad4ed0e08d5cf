import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Deps } from '../deps.ts'
import { isWithinHours } from '../hall/opening-hours.ts'

/**
 * Empties the log once a day, at the first tick outside office hours: writing it back to its end waits for the disk, and
 * then nobody waits with it (R1). A report that still reads the log is waited for; when it takes too long, the next tick
 * tries again.
 */
export function createLogEmptier({ store }: Pick<Deps, 'store'>): () => Promise<void> {
  let emptiedOn: PlainDate | null = null
  return async () => {
    const today = civilDate(store.now())
    if (emptiedOn === today || store.read(isWithinHours)) return
    await store.emptyLog()
    emptiedOn = today
  }
}
