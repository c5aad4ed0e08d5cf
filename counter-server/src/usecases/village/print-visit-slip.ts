import type { PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { once } from '../../store/receipts.ts'
import { findMeta } from '../../store/settings.ts'
import { findVillages } from '../../store/township.ts'
import { saveVisit } from '../../store/village-visits.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { readVisitOn, type VisitPage } from './read-visit.ts'

/** The 交接单 of a visit as it is given out (V94). */
export interface VisitSlipFacts {
  readonly page: VisitPage
  readonly centre: string
  readonly villageName: string
  readonly clerk: string
  readonly nth: number
  readonly madeAt: Instant
}

/** Gives out the 交接单, on paper or as a file; from the second time on it is a copy 补打 (V94, U30). Refuses `visit.not_served` before anything changed hands. */
export function printVisitSlip(
  { store }: Pick<Deps, 'store'>,
  { origin, staff }: CaseAsker,
  { visit: id, way }: { readonly visit: string; readonly way: PaperWay },
): Promise<VisitSlipFacts> {
  return store.write((tx) =>
    once(tx, { origin, name: 'visit.print', subject: id, content: { way } }, () => {
      const { visit, cases } = readVisitOn(tx, id)
      if (cases.every(({ outcome }) => outcome === 'waiting')) throw new Refusal('visit.not_served')
      const nth = visit.prints
      saveVisit(tx, id, { prints: nth + 1 })
      const data = { nth, way }
      tx.record({ type: 'visit.printed', subject: `visit:${id}`, version: 2, origin, data })
      return {
        page: readVisitOn(tx, id),
        centre: findMeta(tx, 'centre.name') ?? '',
        villageName: findVillages(tx).find(({ code }) => code === visit.village)?.name ?? '',
        clerk: staff?.displayName ?? '',
        nth,
        madeAt: tx.at,
      }
    }),
  )
}
