import { withHeard } from '../../domain/village/count-holes.ts'
import { findCounted, saveCounted } from '../../store/village-counts.ts'
import type { Deps } from '../deps.ts'
import type { VillageAgent } from './village-agent.ts'

/** Keeps how far a phone has counted its commands, whatever became of each, so that one that never comes is seen (V53). */
export function noteHeard(
  { store }: Pick<Deps, 'store'>,
  { staff: { village } }: VillageAgent,
  device: string | null,
  seqs: readonly number[],
): Promise<void> {
  return store.write((tx) => {
    if (village === null || device === null || seqs.length === 0) return
    const before = findCounted(tx, { village, device })
    const after = seqs.reduce(withHeard, before)
    if (JSON.stringify(after) !== JSON.stringify(before)) saveCounted(tx, { village, device }, after)
  })
}
