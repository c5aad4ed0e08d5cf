import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import type { Tx } from '../../store/tx.ts'
import {
  findLastVisit,
  findVisit,
  findVisitCases,
  type VisitCase,
  type VisitFacts,
} from '../../store/village-visits.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'

/** A visit with its 交接单 (V94). */
export interface VisitPage {
  readonly visit: VisitFacts
  readonly cases: readonly VisitCase[]
}

/** A visit by its QR; another point's is `visit.not_found`, as if it did not exist (V4). */
export function readVisit(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  id: string,
): VisitPage {
  return store.read((tx) => {
    const page = readVisitOn(tx, id)
    if (asker.actor === 'agent' && asker.staff?.village !== page.visit.village)
      throw new Refusal('visit.not_found')
    return page
  })
}

/** The last visit of the agent's point, or null before the first. */
export function readLastVisit({ store }: Pick<Deps, 'store'>, village: VillageCode): VisitPage | null {
  return store.read((tx) => {
    const id = findLastVisit(tx, village)
    return id === null ? null : readVisitOn(tx, id)
  })
}

export function readVisitOn(tx: Tx, id: string): VisitPage {
  const visit = findVisit(tx, id)
  if (visit === undefined) throw new Refusal('visit.not_found')
  return { visit, cases: findVisitCases(tx, id) }
}
