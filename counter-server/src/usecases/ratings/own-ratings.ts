import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { type OwnAverage, ownAverage } from '../../domain/rating/own-average.ts'
import { findLevelsOf } from '../../store/window-ratings.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import type { Deps } from '../deps.ts'

const SHOWN_DAYS = 90
const DAY_MS = 86_400_000
const MOST = 2_000

/** The own average of the last 90 days; null under five, and never a single level (C1004, U28). */
export function readOwnRatings({ store }: Pick<Deps, 'store'>, asker: CaseAsker): OwnAverage | null {
  return store.read((tx) => {
    const since = instantOf(toMs(tx.at) - SHOWN_DAYS * DAY_MS)
    return ownAverage(findLevelsOf(tx, staffIdOf(asker), since, MOST))
  })
}
