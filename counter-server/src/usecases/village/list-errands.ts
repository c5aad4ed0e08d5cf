import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { type ErrandFacts, findErrands } from '../../store/errands.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { placeOf } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'

const MOST = 200

/** 要转告, 要送, 要回访 of the agent's own point, what is due first (V4, V21). */
export function listErrands(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
): readonly ErrandFacts[] {
  const { village } = placeOf(asker)
  return village === undefined ? [] : store.read((tx) => readErrands(tx, village))
}

/** The same within an open transaction. */
export function readErrands(tx: Tx, village: VillageCode): readonly ErrandFacts[] {
  return findErrands(tx, village, MOST)
}
