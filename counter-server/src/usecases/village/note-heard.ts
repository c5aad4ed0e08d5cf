import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { withHeard } from '../../domain/village/count-holes.ts'
import { findCounted, saveCounted } from '../../store/village-counts.ts'
import type { Deps } from '../deps.ts'

/** Who counts: a phone that does not tell its id is not followed. */
interface Counting {
  readonly village: VillageCode | null
  readonly device: string | null
}

/** Keeps how far a phone has counted its commands, whatever became of each, so that one that never comes is seen (V53). */
export function noteHeard(
  { store }: Pick<Deps, 'store'>,
  { village, device }: Counting,
  seqs: readonly number[],
): Promise<void> {
  return store.write((tx) => {
    if (village === null || device === null || seqs.length === 0) return
    const before = findCounted(tx, { village, device })
    const after = seqs.reduce(withHeard, before)
    if (JSON.stringify(after) !== JSON.stringify(before)) saveCounted(tx, { village, device }, after)
  })
}
