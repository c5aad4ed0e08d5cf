import type { Instant } from '@counter/shared/vocabulary/time'
import type { Erasure, ShutOut } from '../../store/erasure-register.ts'
import { eraseOne, eraseRatings } from '../../store/retention.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { shutOutAgain } from './shut-out-again.ts'

const AT_A_TIME = 50

/**
 * Removes from a restored record what had been removed before the backup was needed, and shuts out whom it had shut out (P46,
 * R17): called by the restore with
 * `readErasures(keysDir)` after the record has begun anew and before it is checked and served. What the backup does not have
 * is passed over. The contents on the disk that no row names any more go with the nightly tidying (V72); the caller empties
 * the log. Tells how many entries were applied.
 */
export async function applyErasures(
  { store }: Pick<Deps, 'store'>,
  erasures: readonly (Erasure | ShutOut)[],
): Promise<number> {
  for (let from = 0; from < erasures.length; from += AT_A_TIME)
    await store.write((tx) => {
      for (const entry of erasures.slice(from, from + AT_A_TIME)) applyOne(tx, entry)
    })
  return erasures.length
}

function applyOne(tx: Tx, { kind, id }: Erasure | ShutOut): void {
  if (kind === 'ratings') eraseRatings(tx, id as Instant)
  else if (kind === 'cases' || kind === 'letters' || kind === 'petitions') eraseOne(tx, kind, id)
  else shutOutAgain(tx, { kind, id })
}
