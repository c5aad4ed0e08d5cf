import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { findMeta, saveMeta } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { isWithinHours } from '../hall/opening-hours.ts'

const ASKED = 'log.to_empty'

/** What was removed lies in the log until it is emptied, so the next tick does that, whatever the hour (P46). */
export function askForEmptyLog(tx: Tx): void {
  saveMeta(tx, ASKED, 'yes')
}

/**
 * Empties the log once a day, at the first tick outside office hours: writing it back to its end waits for the disk, and
 * then nobody waits with it (R1); and at any tick after something was removed for good. A report that still reads the log is waited for; when it takes too long, the next tick
 * tries again.
 */
export function createLogEmptier({ store }: Pick<Deps, 'store'>): () => Promise<void> {
  let emptiedOn: PlainDate | null = null
  return async () => {
    const today = civilDate(store.now())
    const isAsked = store.read((tx) => findMeta(tx, ASKED)) === 'yes'
    if (!isAsked && (emptiedOn === today || store.read(isWithinHours))) return
    // The word that it is done is written before: afterwards it would lie in the log itself.
    if (isAsked) await store.write((tx) => saveMeta(tx, ASKED, 'no'))
    await store.emptyLog().catch(async (error: unknown) => {
      if (isAsked) await store.write(askForEmptyLog)
      throw error
    })
    emptiedOn = today
  }
}
