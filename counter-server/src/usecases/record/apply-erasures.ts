import type { Instant } from '@counter/shared/vocabulary/time'
import type { Erasure } from '../../store/erasure-register.ts'
import { eraseOne, eraseRatings } from '../../store/retention.ts'
import type { Deps } from '../deps.ts'

const AT_A_TIME = 50

/**
 * Removes from a restored record what had been removed before the backup was needed (P46, R17): called by the restore with
 * `readErasures(keysDir)` after the record has begun anew and before it is checked and served. What the backup does not have
 * is passed over. The contents on the disk that no row names any more go with the nightly tidying (V72); the caller empties
 * the log. Tells how many entries were applied.
 */
export async function applyErasures(
  { store }: Pick<Deps, 'store'>,
  erasures: readonly Erasure[],
): Promise<number> {
  for (let from = 0; from < erasures.length; from += AT_A_TIME)
    await store.write((tx) => {
      for (const { kind, id } of erasures.slice(from, from + AT_A_TIME))
        if (kind === 'ratings') eraseRatings(tx, id as Instant)
        else eraseOne(tx, kind, id)
    })
  return erasures.length
}
